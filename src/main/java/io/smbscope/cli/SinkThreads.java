package io.smbscope.cli;

import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Sinks that each have a thread, and all get the same events in their order. */
final class SinkThreads {
  /** Events that are handed over at once. */
  static final int BATCH = 512;

  private final List<SinkThread> threads = new ArrayList<>();

  /** What no thread has been given yet; then all have it together. */
  private List<Event> batch = new ArrayList<>(BATCH);

  void add(String name, EventSink sink) {
    threads.add(new SinkThread(name, sink));
  }

  /**
   * Gives an event. Waits while a thread is behind.
   *
   * @throws UncheckedIOException one can write nothing any more, as to a closed pipe
   */
  void accept(Event event) {
    if (threads.isEmpty()) {
      return;
    }
    batch.add(event);
    if (batch.size() >= BATCH) {
      handOver();
    }
  }

  private void handOver() {
    if (!batch.isEmpty()) {
      List<Event> full = batch;
      batch = new ArrayList<>(BATCH);
      forEach(thread -> thread.accept(full));
    }
  }

  /** Lets readers see what was written so far; does not wait for it. */
  void flush() {
    handOver();
    forEach(SinkThread::flush);
  }

  /** No more comes: the sinks are closed, which {@link #await} waits for. */
  void end() {
    try {
      handOver();
    } finally {
      forEach(SinkThread::end);
    }
  }

  /** Tells of a failure that was not told yet. */
  void await() {
    forEach(SinkThread::await);
  }

  private interface Step {
    void of(SinkThread thread);
  }

  /** One that failed keeps nothing from the others; then its failure is told. */
  private void forEach(Step step) {
    Throwable failure = null;
    for (SinkThread thread : threads) {
      try {
        step.of(thread);
      } catch (RuntimeException | Error e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }
}
