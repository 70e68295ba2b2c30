package io.smbscope.capture;

import java.io.IOException;
import java.io.InputStream;

/**
 * Decompresses lz4 frames (LZ4 Frame Format 1.6.2), with independent or linked blocks, all frames
 * of a file one after the other.
 */
final class Lz4Frames extends InputStream {
  static final int MAGIC = 0x184D2204;

  /** Octets of earlier blocks that a linked block may repeat. */
  private static final int HISTORY = 64 << 10;

  private static final int STORED_BLOCK = 0x8000_0000;

  private final InputStream stored;
  private final byte[] small = new byte[16];
  private byte[] compressed = new byte[0];

  /** History, then the block at hand. */
  private byte[] octets = new byte[0];

  private int at;
  private int end;
  private boolean inFrame;
  private boolean linked;
  private boolean blockChecked;
  private XxHash32 contentCheck;
  private int mostInBlock;

  /** Closes {@code stored} with itself. */
  Lz4Frames(InputStream stored) {
    this.stored = stored;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == end) {
      if (inFrame) {
        nextBlock();
      } else if (!nextFrame()) {
        return -1;
      }
    }
    int count = Math.min(length, end - at);
    System.arraycopy(octets, at, to, offset, count);
    at += count;
    return count;
  }

  private boolean nextFrame() throws IOException {
    int magic = SkippableFrame.magicBehind(stored);
    if (magic == SkippableFrame.NONE) {
      return false;
    }
    if (magic != MAGIC) {
      throw new IOException("lz4: no frame header");
    }
    take(small, 0, 2);
    int flags = small[0] & 0xFF;
    int sizeCode = small[1] >>> 4 & 7;
    if (flags >>> 6 != 1 || sizeCode < 4) {
      throw new IOException("lz4: a frame of unknown version or block size");
    }
    int optional = (flags & 8) != 0 ? 8 : 0;
    take(small, 2, optional + 1);
    if ((flags & 1) != 0) {
      throw new IOException("lz4: a frame that needs a dictionary");
    }
    int check = XxHash32.of(small, 0, 2 + optional) >>> 8 & 0xFF;
    if (check != (small[2 + optional] & 0xFF)) {
      throw new IOException("lz4: the frame header's checksum does not match");
    }
    linked = (flags & 0x20) == 0;
    blockChecked = (flags & 0x10) != 0;
    contentCheck = (flags & 4) != 0 ? new XxHash32() : null;
    mostInBlock = 1 << (8 + 2 * sizeCode);
    if (octets.length < HISTORY + mostInBlock) {
      octets = new byte[HISTORY + mostInBlock];
      compressed = new byte[mostInBlock];
    }
    at = 0;
    end = 0;
    inFrame = true;
    return true;
  }

  private void nextBlock() throws IOException {
    take(small, 0, 4);
    int word = LittleEndian.u32(small, 0);
    if (word == 0) {
      endFrame();
      return;
    }
    int size = word & ~STORED_BLOCK;
    if (size > mostInBlock) {
      throw new IOException("lz4: a block of " + size + " octets");
    }
    int history = linked ? Math.min(HISTORY, end) : 0;
    System.arraycopy(octets, end - history, octets, 0, history);
    at = history;
    end = history;
    take(compressed, 0, size);
    if (blockChecked) {
      check(XxHash32.of(compressed, 0, size), "block");
    }
    if ((word & STORED_BLOCK) != 0) {
      System.arraycopy(compressed, 0, octets, history, size);
      end = history + size;
    } else {
      end = Lz4Block.decompress(compressed, size, octets, history, history + mostInBlock);
    }
    if (contentCheck != null) {
      contentCheck.update(octets, at, end - at);
    }
  }

  private void endFrame() throws IOException {
    if (contentCheck != null) {
      check(contentCheck.digest(), "content");
    }
    inFrame = false;
  }

  private void check(int computed, String of) throws IOException {
    take(small, 0, 4);
    if (LittleEndian.u32(small, 0) != computed) {
      throw new IOException("lz4: the " + of + " checksum does not match");
    }
  }

  private void take(byte[] to, int offset, int count) throws IOException {
    LittleEndian.readFully(stored, to, offset, count);
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
