package io.smbscope.output.stream;

/** The form in which a line goes to its peer. */
interface Framing {
  /** A line feed ends the line. */
  Framing LINE_FEED =
      (line, length, key, frame) -> {
        frame.put(line, length).put('\n');
        return true;
      };

  /**
   * Puts a line into an empty frame.
   *
   * @param key null where there is none
   * @return false when the end of the line found no room
   */
  boolean frame(byte[] line, int length, String key, Frame frame);
}
