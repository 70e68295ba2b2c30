package io.smbscope.capture;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes compressed zstd frames (RFC 8878 3.1) on to the decompressor, which knows neither
 * skippable frames nor whether what follows the last frame was meant to be one. So the frames are
 * counted out here, block by block, still compressed.
 */
final class ZstdFrames extends InputStream {
  static final int MAGIC = 0xFD2FB528;

  private static final int RLE_BLOCK = 1;
  private static final int RESERVED_BLOCK = 3;

  private final InputStream stored;

  /** A header that was read and is still to be passed on. */
  private final byte[] header = new byte[24];

  private int at;
  private int end;

  /** Octets behind the header to be passed on unseen. */
  private int body;

  private boolean inFrame;
  private int checksum;

  /** The octets in all frames of {@code stored}, which is closed with the result. */
  static InputStream decompress(InputStream stored) {
    return new ZstdInputStream(new ZstdFrames(stored));
  }

  private ZstdFrames(InputStream stored) {
    this.stored = stored;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == end && body == 0) {
      if (inFrame) {
        nextBlock();
      } else if (!nextFrame()) {
        return -1;
      }
    }
    if (at < end) {
      int count = Math.min(length, end - at);
      System.arraycopy(header, at, octets, offset, count);
      at += count;
      return count;
    }
    int count = Math.min(length, body);
    LittleEndian.readFully(stored, octets, offset, count);
    body -= count;
    return count;
  }

  private boolean nextFrame() throws IOException {
    at = 0;
    end = 0;
    int first = stored.read();
    if (first < 0) {
      return false;
    }
    header[end++] = (byte) first;
    take(3);
    int magic = LittleEndian.u32(header, 0);
    if (SkippableFrame.is(magic)) {
      SkippableFrame.pass(stored);
      at = end;
      return true;
    }
    if (magic != MAGIC) {
      throw new IOException("zstd: no frame header");
    }
    take(1);
    int descriptor = header[4];
    boolean singleSegment = (descriptor & 0x20) != 0;
    int sizeFlag = descriptor >>> 6 & 3;
    int dictionaryFlag = descriptor & 3;
    take(singleSegment ? 0 : 1);
    take(dictionaryFlag == 3 ? 4 : dictionaryFlag);
    take(sizeFlag == 0 ? (singleSegment ? 1 : 0) : 1 << sizeFlag);
    checksum = (descriptor & 4) != 0 ? 4 : 0;
    inFrame = true;
    return true;
  }

  private void nextBlock() throws IOException {
    at = 0;
    end = 0;
    take(3);
    int block = LittleEndian.u16(header, 0) | (header[2] & 0xFF) << 16;
    int type = block >>> 1 & 3;
    if (type == RESERVED_BLOCK) {
      throw new IOException("zstd: a block of reserved type");
    }
    body = type == RLE_BLOCK ? 1 : block >>> 3;
    if ((block & 1) != 0) {
      body += checksum;
      inFrame = false;
    }
  }

  private void take(int count) throws IOException {
    LittleEndian.readFully(stored, header, end, count);
    end += count;
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
