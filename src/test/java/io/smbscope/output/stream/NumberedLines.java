package io.smbscope.output.stream;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Lines that tell their number, so that what is missing, torn or double shows; hard to compress.
 */
final class NumberedLines {
  /** Characters of two octets in UTF-8. */
  private static final int NOISE = 0x400;

  private static final int MOST = 97;

  private NumberedLines() {}

  static String text(int number) {
    StringBuilder text = new StringBuilder("{\"n\":").append(number).append(",\"padding\":\"");
    int noise = number;
    for (int i = number % MOST; i > 0; i--) {
      noise = noise * 1_103_515_245 + 12_345;
      text.append((char) (NOISE + (noise >>> 16) % 256));
    }
    return text.append("\"}").toString();
  }

  static byte[] octets(int number) {
    return text(number).getBytes(StandardCharsets.UTF_8);
  }

  /** Gives the lines from one number up to another, without it. */
  static void give(LineTarget target, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      byte[] octets = octets(i);
      target.line(octets, octets.length, null);
    }
  }

  /** The number of a line; fails when it is not whole. */
  static int number(String line) {
    int comma = line.indexOf(',');
    int number = comma < 0 ? -1 : Integer.parseInt(line.substring("{\"n\":".length(), comma));
    if (!line.equals(text(number))) {
      throw new AssertionError("not a whole line: " + line);
    }
    return number;
  }
}
