package io.smbscope.output;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

/**
 * Where the lines of one output go: a file, a socket, a message broker. Used by one thread. One
 * that writes to a peer never waits for it: what the peer does not take in time is held back within
 * bounds, then lost and counted.
 */
public interface LineTarget extends Flushable, Closeable {
  /**
   * Takes one line.
   *
   * @param line UTF-8, without its line feed; valid during the call
   * @param length octets of {@code line} that count
   * @param key lines of the same key stay in order; null where there is none
   * @throws IOException nothing can be written any more, as to a closed pipe
   */
  void line(byte[] line, int length, String key) throws IOException;

  /** Lines that could not be delivered so far. */
  long lost();

  /** What last kept lines from being delivered, in words for the user; null when nothing did. */
  default String trouble() {
    return null;
  }
}
