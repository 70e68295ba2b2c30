package io.smbscope.capture;

import java.io.IOException;
import java.io.InputStream;

/**
 * One zstd frame (RFC 8878 3.1.1), still compressed, made so that the decompressor gives out all
 * that it can: where the frame is cut off, it is closed by an empty last block, because the
 * decompressor holds back a window full of octets until it sees the end. The checksum is taken out,
 * since such a frame would not match it.
 */
final class ZstdFrame extends InputStream {
  static final int MAGIC = 0xFD2FB528;

  private static final int CHECKSUM_FLAG = 4;
  private static final int RLE_BLOCK = 1;
  private static final int LARGEST_BLOCK = 128 << 10;
  private static final int MOST_IN_HEADER = 18;

  private final InputStream stored;

  /** The header, then each block with its header; a whole one at a time. */
  private byte[] piece = new byte[MOST_IN_HEADER];

  private int at;
  private int end;
  private final boolean checksumFollows;
  private boolean lastBlock;
  private boolean cutOff;
  private int checksum;

  /** Reads the header whose magic was just read from {@code stored}. */
  ZstdFrame(InputStream stored) throws IOException {
    this.stored = stored;
    LittleEndian.putU32(piece, 0, MAGIC);
    end = 4;
    takeHeader(1);
    int descriptor = piece[4];
    boolean singleSegment = (descriptor & 0x20) != 0;
    int sizeFlag = descriptor >>> 6 & 3;
    int dictionaryFlag = descriptor & 3;
    takeHeader(singleSegment ? 0 : 1);
    takeHeader(dictionaryFlag == 3 ? 4 : dictionaryFlag);
    takeHeader(sizeFlag == 0 ? (singleSegment ? 1 : 0) : 1 << sizeFlag);
    checksumFollows = (descriptor & CHECKSUM_FLAG) != 0;
    piece[4] = (byte) (descriptor & ~CHECKSUM_FLAG);
  }

  private void takeHeader(int count) throws IOException {
    LittleEndian.readFully(stored, piece, end, count);
    end += count;
  }

  /** Whether the frame ended early. */
  boolean cutOff() {
    return cutOff;
  }

  /** Whether the frame, read to its end, carries the checksum of other octets. */
  boolean contradicts(XxHash64 content) {
    return checksumFollows && checksum != (int) content.digest();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    if (at == end) {
      if (lastBlock) {
        return -1;
      }
      nextBlock();
    }
    int count = Math.min(length, end - at);
    System.arraycopy(piece, at, octets, offset, count);
    at += count;
    return count;
  }

  private void nextBlock() throws IOException {
    if (piece.length < 3 + LARGEST_BLOCK) {
      piece = new byte[3 + LARGEST_BLOCK];
    }
    at = 0;
    end = 3;
    boolean whole = take(piece, 0, 3);
    int block = LittleEndian.u16(piece, 0) | (piece[2] & 0xFF) << 16;
    lastBlock = (block & 1) != 0;
    int size = (block >>> 1 & 3) == RLE_BLOCK ? 1 : block >>> 3;
    if (whole && size > LARGEST_BLOCK) {
      throw new IOException("zstd: a block of " + size + " octets");
    }
    end += whole ? size : 0;
    whole = whole && take(piece, 3, size);
    byte[] trailer = new byte[4];
    if (whole && lastBlock && checksumFollows) {
      cutOff = !take(trailer, 0, 4);
      checksum = LittleEndian.u32(trailer, 0);
    }
    if (!whole) {
      cutOff = true;
      lastBlock = true;
      end = 3;
      piece[0] = 1;
      piece[1] = 0;
      piece[2] = 0;
    }
  }

  private boolean take(byte[] to, int offset, int count) throws IOException {
    return stored.readNBytes(to, offset, count) == count;
  }
}
