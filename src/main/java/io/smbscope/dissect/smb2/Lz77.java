package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;

/** Plain LZ77: 32 flags, then an octet or a match for each. [MS-XCA] 2.4 */
final class Lz77 {
  private static final int SHORTEST = 3;
  private static final int IN_TOKEN = 7;
  private static final int IN_NIBBLE = 15;
  private static final int IN_OCTET = 255;

  private final Bytes in;
  private final Plain out;
  private int at;

  /** Where the other half of an octet is a length; -1 when both are used. */
  private int halfUsed = -1;

  private Lz77(Bytes in, Plain out) {
    this.in = in;
    this.out = out;
  }

  /** Throws on what is not compressed so, and when there is more than there is room for. */
  static void decompress(Bytes in, Plain out) {
    new Lz77(in, out).run();
  }

  private void run() {
    while (at < in.length()) {
      long flags = in.u32le(at);
      at += 4;
      for (int bit = 31; bit >= 0 && at < in.length(); bit--) {
        if ((flags >> bit & 1) == 0) {
          out.add(in.u8(at++));
        } else {
          int token = u16();
          out.repeat((token >> 3) + 1, length(token & 7) + SHORTEST);
        }
      }
    }
  }

  private long length(int inToken) {
    if (inToken < IN_TOKEN) {
      return inToken;
    }
    int nibble;
    if (halfUsed < 0) {
      halfUsed = at;
      nibble = in.u8(at++) & 15;
    } else {
      nibble = in.u8(halfUsed) >> 4;
      halfUsed = -1;
    }
    if (nibble < IN_NIBBLE) {
      return (long) IN_TOKEN + nibble;
    }
    int octet = in.u8(at++);
    if (octet < IN_OCTET) {
      return (long) IN_TOKEN + IN_NIBBLE + octet;
    }
    long length = u16();
    if (length == 0) {
      length = in.u32le(at);
      at += 4;
    }
    if (length < IN_TOKEN + IN_NIBBLE) {
      throw new IllegalArgumentException("a length in more octets than it needs");
    }
    return length;
  }

  private int u16() {
    int value = in.u16le(at);
    at += 2;
    return value;
  }
}
