package io.smbscope.event;

import java.io.IOException;

/** Takes events in packet order, on one thread. */
public interface EventSink extends AutoCloseable {
  void accept(Event event) throws IOException;

  /** False of an event that {@link #accept} does nothing with. By any thread. */
  default boolean reads(Event event) {
    return true;
  }

  /** Writes what is still held back, and ends. */
  @Override
  void close() throws IOException;
}
