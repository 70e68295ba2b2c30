package io.smbscope.output.stream;

import io.smbscope.base.Stamp;
import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One line of the Common Event Format: {@code CEF:0|vendor|product|version|signature
 * id|name|severity|extension}. In the header a backslash and a pipe, in the extension a backslash
 * and an equals sign have a backslash before them; line feeds of the extension are {@code \n}. What
 * is otherwise a control, invisible or bidirectional character, a line separator or a surrogate of
 * its own is written as {@code \\u202E}, that is, as these six characters. A value that is null or
 * empty is left out.
 */
final class CefLine {
  /** Characters of the longest text that common receivers take. */
  private static final int LONGEST = 1023;

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final String HEX = "0123456789ABCDEF";

  private final String product;
  private final StringBuilder line = new StringBuilder(1024);

  /**
   * @param version of this program
   */
  CefLine(String version) {
    header(version);
    product = "CEF:0|smbscope|smbscope|" + line + "|";
  }

  void begin(String signatureId, String name, int severity) {
    line.setLength(0);
    line.append(product);
    header(signatureId);
    line.append('|');
    header(name);
    line.append('|').append(severity).append('|');
  }

  void end(LineTarget target, String key) throws IOException {
    if (line.charAt(line.length() - 1) == ' ') {
      line.setLength(line.length() - 1);
    }
    byte[] octets = line.toString().getBytes(StandardCharsets.UTF_8);
    target.line(octets, octets.length, key);
  }

  void text(String key, String value) {
    if (value != null && !value.isEmpty()) {
      line.append(key).append('=');
      escaped(value, '=');
      line.append(' ');
    }
  }

  void number(String key, long value) {
    line.append(key).append('=').append(value).append(' ');
  }

  void number(String key, Long value) {
    if (value != null) {
      number(key, value.longValue());
    }
  }

  /** Milliseconds since 1970. */
  void time(String key, Stamp value) {
    if (value != null) {
      number(key, Math.floorDiv(value.nanos(), NANOS_PER_MILLI));
    }
  }

  void time(String key, Instant value) {
    if (value != null) {
      number(key, value.getEpochSecond() * 1000 + value.getNano() / NANOS_PER_MILLI);
    }
  }

  /** A field of the user's own, whose meaning its label tells. */
  void labelled(String key, String label, String value) {
    if (value != null && !value.isEmpty()) {
      text(key + "Label", label);
      text(key, value);
    }
  }

  void labelled(String key, String label, Long value) {
    if (value != null) {
      text(key + "Label", label);
      number(key, value.longValue());
    }
  }

  private void header(String value) {
    escaped(value, '|');
  }

  private void escaped(String text, char special) {
    int count = Math.min(text.length(), LONGEST);
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == special) {
        line.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7F) {
        line.append(c);
      } else if (special == '=' && c == '\n') {
        line.append("\\n");
      } else if (special == '=' && c == '\r') {
        line.append("\\r");
      } else {
        int point = text.codePointAt(i);
        boolean pair = Character.charCount(point) == 2;
        if (hidden(point) || (pair && i + 1 == count)) {
          unicode(c);
        } else {
          line.appendCodePoint(point);
          i += pair ? 1 : 0;
        }
      }
    }
  }

  private static boolean hidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private void unicode(char c) {
    line.append("\\\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      line.append(HEX.charAt(c >>> shift & 15));
    }
  }
}
