package io.smbscope.output;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;

/**
 * Which characters of a string are written as an escape, so that no line carries a control
 * character, a line or paragraph separator, an invisible or bidirectional format character, or a
 * surrogate, lone or not. RFC 8259 7
 */
public final class WireEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1;
  private static final int DELETE = 0x7F;

  private final int[] ascii = standardAsciiEscapesForJSON();

  public WireEscapes() {
    ascii[DELETE] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii.clone();
  }

  @Override
  public SerializableString getEscapeSequence(int character) {
    return hidden(character)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", character))
        : null;
  }

  /**
   * Whether it is to be escaped for what it is in Unicode.
   *
   * @param character a UTF-16 code unit
   */
  public static boolean hidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
