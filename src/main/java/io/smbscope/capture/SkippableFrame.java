package io.smbscope.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A frame of other data that zstd (RFC 8878 3.1.2) and lz4 allow between theirs. */
final class SkippableFrame {
  /** No frame's magic. */
  static final int NONE = 0;

  private SkippableFrame() {}

  static boolean is(int magic) {
    return (magic & 0xFFFF_FFF0) == 0x184D2A50;
  }

  /**
   * Passes over any skippable frames and reads the magic that follows; {@link #NONE} at the end.
   */
  static int magicBehind(InputStream in) throws IOException {
    byte[] word = new byte[4];
    while (true) {
      int first = in.read();
      if (first < 0) {
        return NONE;
      }
      word[0] = (byte) first;
      LittleEndian.readFully(in, word, 1, 3);
      int magic = LittleEndian.u32(word, 0);
      if (!is(magic)) {
        return magic;
      }
      LittleEndian.readFully(in, word, 0, 4);
      pass(in, Integer.toUnsignedLong(LittleEndian.u32(word, 0)));
    }
  }

  private static void pass(InputStream in, long count) throws IOException {
    try {
      in.skipNBytes(count);
    } catch (EOFException early) {
      throw LittleEndian.early();
    }
  }
}
