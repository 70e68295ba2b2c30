package io.smbscope.capture;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Decompresses zstd (RFC 8878), all frames of a file one after the other. The library does the
 * blocks; what it does not know, skippable frames and files that are cut off, is done here and in
 * {@link ZstdFrame}. Of a frame with a damaged block, up to a window full (8 MiB) before it is
 * lost.
 */
final class ZstdFrames extends InputStream {
  private final InputStream stored;
  private ZstdFrame frame;
  private InputStream content;
  private XxHash64 check;

  /** Closes {@code stored} with itself. */
  ZstdFrames(InputStream stored) {
    this.stored = stored;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    while (frame != null || nextFrame()) {
      int count = content.read(octets, offset, length);
      if (count >= 0) {
        check.update(octets, offset, count);
        return count;
      }
      if (frame.cutOff()) {
        throw LittleEndian.early();
      }
      if (frame.contradicts(check)) {
        throw new IOException("zstd: the checksum does not match");
      }
      frame = null;
    }
    return -1;
  }

  private boolean nextFrame() throws IOException {
    int magic = SkippableFrame.magicBehind(stored);
    if (magic == SkippableFrame.NONE) {
      return false;
    }
    if (magic != ZstdFrame.MAGIC) {
      throw new IOException("zstd: no frame header");
    }
    frame = new ZstdFrame(stored);
    content = new ZstdInputStream(frame);
    check = new XxHash64();
    return true;
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
