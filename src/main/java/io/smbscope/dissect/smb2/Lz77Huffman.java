package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;

/** LZ77 with Huffman codes, in blocks of 64 KiB, each with a table of its own. [MS-XCA] 2.2 */
final class Lz77Huffman {
  private static final int SYMBOLS = 512;
  private static final int TABLE = 256;
  private static final int LONGEST_CODE = 15;
  private static final int BLOCK = 65_536;
  private static final int SHORTEST = 3;
  private static final int IN_SYMBOL = 15;
  private static final int IN_OCTET = 255;

  private final Bytes in;
  private final Plain out;
  private final short[] symbolOf = new short[1 << LONGEST_CODE];
  private final int[] bitsOf = new int[SYMBOLS];
  private int at;

  /** The next bits, from the highest of 32 on. */
  private long bits;

  /** How many of them are there beyond 16. */
  private int extra;

  private Lz77Huffman(Bytes in, Plain out) {
    this.in = in;
    this.out = out;
  }

  /** Throws on what is not compressed so, and when there is more than there is room for. */
  static void decompress(Bytes in, Plain out) {
    Lz77Huffman huffman = new Lz77Huffman(in, out);
    while (!out.isFull() && huffman.at + TABLE <= in.length()) {
      huffman.table();
      huffman.block();
    }
  }

  private void table() {
    for (int i = 0; i < TABLE; i++) {
      bitsOf[2 * i] = in.u8(at + i) & 15;
      bitsOf[2 * i + 1] = in.u8(at + i) >> 4;
    }
    at += TABLE;
    int entry = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      for (int symbol = 0; symbol < SYMBOLS; symbol++) {
        if (bitsOf[symbol] == length) {
          int count = 1 << (LONGEST_CODE - length);
          if (entry + count > symbolOf.length) {
            throw new IllegalArgumentException("more codes than there can be");
          }
          for (int i = 0; i < count; i++) {
            symbolOf[entry++] = (short) symbol;
          }
        }
      }
    }
    if (entry != symbolOf.length) {
      throw new IllegalArgumentException("codes are missing");
    }
  }

  private void block() {
    bits = (long) u16() << 16 | u16();
    extra = 16;
    int end = out.length() + BLOCK;
    while (out.length() < end && !out.isFull()) {
      int symbol = symbolOf[(int) (bits >>> (32 - LONGEST_CODE))];
      drop(bitsOf[symbol]);
      if (symbol < 256) {
        out.add(symbol);
      } else {
        match(symbol - 256);
      }
    }
  }

  private void match(int symbol) {
    long length = length(symbol & 15) + SHORTEST;
    int distanceBits = symbol >> 4;
    int distance = (int) (bits >>> (32 - distanceBits)) + (1 << distanceBits);
    drop(distanceBits);
    out.repeat(distance, length);
  }

  private long length(int inSymbol) {
    if (inSymbol < IN_SYMBOL) {
      return inSymbol;
    }
    int octet = in.u8(at++);
    if (octet < IN_OCTET) {
      return (long) IN_SYMBOL + octet;
    }
    long length = u16();
    if (length == 0) {
      length = in.u32le(at);
      at += 4;
    }
    if (length < IN_SYMBOL) {
      throw new IllegalArgumentException("a length in more octets than it needs");
    }
    return length;
  }

  private void drop(int count) {
    bits = bits << count & 0xFFFF_FFFFL;
    extra -= count;
    if (extra < 0) {
      bits |= (long) (at + 2 <= in.length() ? u16() : 0) << -extra;
      extra += 16;
    }
  }

  private int u16() {
    int value = in.u16le(at);
    at += 2;
    return value;
  }
}
