package io.smbscope.cli;

import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import java.io.Flushable;

/**
 * Hands events to detections and outputs on a thread of their own, many at once, so that the
 * tracker goes on meanwhile. Used by one thread, which waits while that other is behind.
 */
final class Handover implements AutoCloseable {
  private final SinkThreads thread = new SinkThreads();

  /**
   * @param outputs not closed with it; used by no other thread until it is closed
   */
  Handover(Outputs outputs) {
    thread.add("findings", new Behind(outputs));
  }

  private record Behind(Outputs outputs) implements EventSink, Flushable {
    @Override
    public void accept(Event event) {
      outputs.accept(event);
    }

    @Override
    public void flush() {
      outputs.flush();
    }

    @Override
    public void close() {}
  }

  void accept(Event event) {
    thread.accept(event);
  }

  /** Lets readers see what was written so far; does not wait for it. */
  void flush() {
    thread.flush();
  }

  /** Waits until all is told; throws what failed. */
  @Override
  public void close() {
    try {
      thread.end();
    } finally {
      thread.await();
    }
  }
}
