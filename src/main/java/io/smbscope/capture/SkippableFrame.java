package io.smbscope.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A frame of other data that zstd (RFC 8878 3.1.2) and lz4 allow between theirs. */
final class SkippableFrame {
  private SkippableFrame() {}

  static boolean is(int magic) {
    return (magic & 0xFFFF_FFF0) == 0x184D2A50;
  }

  /** Passes over the frame whose magic was just read. */
  static void pass(InputStream in) throws IOException {
    byte[] length = new byte[4];
    LittleEndian.readFully(in, length, 0, 4);
    try {
      in.skipNBytes(Integer.toUnsignedLong(LittleEndian.u32(length, 0)));
    } catch (EOFException early) {
      throw new EOFException("the compressed data ends early");
    }
  }
}
