package io.smbscope.capture;

import java.io.IOException;

/**
 * Decompresses one lz4 block (LZ4 Block Format). Unlike the library's, it sees the octets before
 * the block, which linked blocks refer to, and never reads what it has not written.
 */
final class Lz4Block {
  private static final int SHORTEST_MATCH = 4;
  private static final int LONG = 15;

  private Lz4Block() {}

  /**
   * Decompresses a block.
   *
   * @param in the block, from index 0
   * @param length octets of the block that are there
   * @param cutOff whether the block has more; then what these give is all that is asked
   * @param out octets before {@code from} may be repeated
   * @param from where the block's octets go
   * @param limit behind the last octet that may be written
   * @return behind the last octet written
   */
  static int decompress(byte[] in, int length, boolean cutOff, byte[] out, int from, int limit)
      throws IOException {
    int read = 0;
    int written = from;
    while (read < length) {
      int token = in[read++] & 0xFF;
      int literals = token >>> 4;
      if (literals == LONG) {
        int extra = 255;
        while (extra == 255 && read < length) {
          extra = in[read++] & 0xFF;
          literals += extra;
        }
      }
      if (cutOff) {
        literals = Math.min(literals, length - read);
      }
      if (literals > length - read || literals > limit - written) {
        throw malformed();
      }
      System.arraycopy(in, read, out, written, literals);
      read += literals;
      written += literals;
      if (read == length) {
        return written;
      }
      if (length - read < 2) {
        break;
      }
      int distance = LittleEndian.u16(in, read);
      read += 2;
      int match = token & LONG;
      if (match == LONG) {
        int extra = 255;
        while (extra == 255 && read < length) {
          extra = in[read++] & 0xFF;
          match += extra;
        }
      }
      match += SHORTEST_MATCH;
      if (distance == 0 || distance > written || match > limit - written) {
        throw malformed();
      }
      repeat(out, written, distance, match);
      written += match;
    }
    if (!cutOff) {
      throw malformed();
    }
    return written;
  }

  /** A distance shorter than the match repeats what the match itself has just written. */
  private static void repeat(byte[] out, int at, int distance, int length) {
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, distance + done);
      System.arraycopy(out, at - distance, out, at + done, count);
      done += count;
    }
  }

  private static IOException malformed() {
    return new IOException("lz4: a malformed block");
  }
}
