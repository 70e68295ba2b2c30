package io.smbscope.cli;

import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import java.io.Flushable;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands events to detections and outputs on a thread of their own, many at once, so that the
 * tracker goes on meanwhile. Used by one thread, which waits while that other is behind.
 */
final class Handover implements AutoCloseable {
  private final Outputs outputs;
  private final SinkThread thread;

  /** What was not handed over yet. */
  private List<Event> events = new ArrayList<>(SinkThreads.BATCH);

  /**
   * Which of them findings may depend on. Told here, where they were made: that other thread passes
   * the many others on unseen, which have to come to it from another core.
   */
  private boolean[] looked = new boolean[SinkThreads.BATCH];

  /**
   * @param outputs not closed with it; used by no other thread until it is closed
   */
  Handover(Outputs outputs) {
    this.outputs = outputs;
    this.thread = new SinkThread("findings", new Behind(outputs));
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
    looked[events.size()] = outputs.looksAt(event);
    events.add(event);
    if (events.size() >= SinkThreads.BATCH) {
      handOver();
    }
  }

  private void handOver() {
    List<Event> full = events;
    boolean[] some = looked;
    events = new ArrayList<>(SinkThreads.BATCH);
    looked = new boolean[SinkThreads.BATCH];
    thread.run(() -> outputs.accept(full, some));
  }

  /** Lets readers see what was written so far; does not wait for it. */
  void flush() {
    handOver();
    thread.flush();
  }

  /** Waits until all is told; throws what failed. */
  @Override
  public void close() {
    try {
      handOver();
    } finally {
      thread.end();
      thread.await();
    }
  }
}
