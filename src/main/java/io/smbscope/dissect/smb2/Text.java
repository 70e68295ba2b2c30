package io.smbscope.dissect.smb2;

import io.smbscope.dissect.Grammar;
import java.util.function.Supplier;

/** Parts of a structure that may lie beyond its end. */
final class Text {
  private Text() {}

  /** The octets; null when they are not there. */
  static byte[] read(Supplier<byte[]> part) {
    byte[][] found = new byte[1][];
    Grammar.read(() -> found[0] = part.get());
    return found[0];
  }
}
