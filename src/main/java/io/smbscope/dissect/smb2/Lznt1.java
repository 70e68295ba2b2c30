package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;

/** LZNT1: chunks of at most 4096 octets, each compressed by itself or not. [MS-XCA] 2.5 */
final class Lznt1 {
  private static final int COMPRESSED = 0x8000;
  private static final int SIZE = 0x0FFF;
  private static final int SHORTEST = 3;

  private Lznt1() {}

  /** Throws on what is not compressed so, and when there is more than there is room for. */
  static void decompress(Bytes in, Plain out) {
    int at = 0;
    while (at + 2 <= in.length()) {
      int header = in.u16le(at);
      if (header == 0) {
        return;
      }
      at += 2;
      Bytes chunk = in.slice(at, (header & SIZE) + 1);
      if ((header & COMPRESSED) == 0) {
        out.add(chunk);
      } else {
        chunk(chunk, out);
      }
      at += chunk.length();
    }
  }

  private static void chunk(Bytes in, Plain out) {
    int begin = out.length();
    int at = 0;
    while (at < in.length()) {
      int flags = in.u8(at++);
      for (int bit = 0; bit < 8 && at < in.length(); bit++) {
        if ((flags >> bit & 1) == 0) {
          out.add(in.u8(at++));
        } else {
          int token = in.u16le(at);
          at += 2;
          int lengthBits = lengthBits(out.length() - begin);
          out.repeat((token >> lengthBits) + 1, (token & (1 << lengthBits) - 1) + SHORTEST);
        }
      }
    }
  }

  /** The further into the chunk, the more of the 16 bits are needed for the distance. */
  private static int lengthBits(int position) {
    int bits = 12;
    for (int i = position - 1; i >= 16; i >>= 1) {
      bits--;
    }
    return bits;
  }
}
