package io.smbscope.smb;

import io.smbscope.base.Bytes;

/**
 * How many octets compressed ones make. [MS-XCA] 2.4, 2.5
 *
 * <p>Nothing is decompressed: lengths are added up, so it costs no memory, and no more time than
 * there are octets.
 */
final class DecompressedSize {
  private static final int LZNT1 = 1;
  private static final int LZ77 = 2;

  private static final int CHUNK = 4096;
  private static final int SMALLEST_MATCH = 3;

  private final Bytes in;
  private int at;
  private long size;

  private DecompressedSize(Bytes in) {
    this.in = in;
  }

  /**
   * Returns null for an algorithm that is not read, and for octets that are not of it.
   *
   * @param algorithm as in {@link CompressedMessage}
   */
  static Long of(int algorithm, Bytes in) {
    try {
      return switch (algorithm) {
        case LZNT1 -> new DecompressedSize(in).lznt1();
        case LZ77 -> new DecompressedSize(in).lz77();
        default -> null;
      };
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  private int octet() {
    return in.u8(at++);
  }

  private int word() {
    at += 2;
    return in.u16le(at - 2);
  }

  /** Chunks, each with a header that says its length and whether it is compressed. 2.5.1.4 */
  private long lznt1() {
    while (at + 2 <= in.length()) {
      int header = word();
      if (header == 0) {
        break;
      }
      int end = at + (header & 0xFFF) + 1;
      if (end > in.length()) {
        throw new IndexOutOfBoundsException("chunk");
      }
      if ((header & 0x8000) == 0) {
        size += end - at;
      } else {
        size += chunk(end);
      }
      at = end;
    }
    return size;
  }

  /** The more octets a chunk has made, the fewer bits of a match tell its length. */
  private long chunk(int end) {
    int made = 0;
    while (at < end) {
      int flags = octet();
      for (int bit = 0; bit < Byte.SIZE && at < end; bit++) {
        if ((flags >>> bit & 1) == 0) {
          at++;
          made++;
        } else {
          int lengthBits = 12;
          for (int position = made - 1; position >= 0x10; position >>= 1) {
            lengthBits--;
          }
          made += (word() & (1 << lengthBits) - 1) + SMALLEST_MATCH;
        }
        if (made > CHUNK) {
          throw new IndexOutOfBoundsException("chunk of more than " + CHUNK);
        }
      }
    }
    return made;
  }

  /** 32 flags, from the highest, then the literals and matches that they tell of. 2.4.4 */
  private long lz77() {
    int halfOctet = -1;
    while (at < in.length()) {
      long flags = in.u32le(at);
      at += Integer.BYTES;
      for (int bit = Integer.SIZE - 1; bit >= 0 && at < in.length(); bit--) {
        if ((flags >>> bit & 1) == 0) {
          at++;
          size++;
          continue;
        }
        long length = word() & 7;
        if (length == 7) {
          if (halfOctet < 0) {
            halfOctet = at;
            length = octet() & 0xF;
          } else {
            int upperHalf = in.u8(halfOctet) >>> 4;
            length = upperHalf;
            halfOctet = -1;
          }
          length = length == 15 ? longLength() : length + 7;
        }
        size += length + SMALLEST_MATCH;
      }
    }
    return size;
  }

  private long longLength() {
    int length = octet();
    if (length < 0xFF) {
      return length + 15L + 7;
    }
    int more = word();
    if (more != 0) {
      return more;
    }
    at += Integer.BYTES;
    return in.u32le(at - Integer.BYTES);
  }
}
