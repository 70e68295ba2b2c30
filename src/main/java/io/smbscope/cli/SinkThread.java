package io.smbscope.cli;

import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import java.io.Flushable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A sink on a thread of its own. Whoever gives it events waits while it is behind; when it fails
 * they are told with what they give next, and it takes no more.
 */
final class SinkThread {
  /** Batches waiting: enough that a sink seldom has to be waited for, which stops all others. */
  private static final int WAITING = 24;

  private static final Task END = () -> {};

  private final EventSink sink;
  private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;

  /** Null while all is well. */
  private volatile Throwable failure;

  /** Only the giving thread uses it: it was told of the failure. */
  private boolean told;

  /** What the thread does. */
  interface Task {
    void run() throws IOException;
  }

  SinkThread(String name, EventSink sink) {
    this.sink = sink;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Gives events, which are no more changed; of them the sink is told those that it reads.
   *
   * @throws UncheckedIOException nothing can be written any more, as to a closed pipe
   */
  void accept(List<Event> events) {
    run(() -> write(events));
  }

  /** Does something else on the thread, behind what it was given; fails as {@link #accept}. */
  void run(Task task) {
    tellFailure();
    put(task);
  }

  /** Lets readers see what was written so far; does not wait for it. */
  void flush() {
    if (sink instanceof Flushable held) {
      put(held::flush);
    }
  }

  /** No more comes: the sink is closed, which {@link #await} waits for. */
  void end() {
    put(END);
  }

  /** Tells of a failure that was not told yet. */
  void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    tellFailure();
  }

  private void put(Task task) {
    try {
      tasks.put(task);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static UncheckedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new UncheckedIOException(new InterruptedIOException("interrupted"));
  }

  private void tellFailure() {
    Throwable reason = failure;
    if (reason == null || told) {
      return;
    }
    told = true;
    if (reason instanceof IOException e) {
      throw new UncheckedIOException(e);
    }
    if (reason instanceof RuntimeException e) {
      throw e;
    }
    throw (Error) reason;
  }

  private void run() {
    try {
      for (Task task = tasks.take(); task != END; task = tasks.take()) {
        if (failure == null) {
          attempt(task);
        }
      }
    } catch (InterruptedException e) {
      failure = new IllegalStateException("nobody interrupts this thread", e);
    }
    attempt(sink::close);
  }

  private void write(List<Event> events) throws IOException {
    for (Event event : events) {
      if (sink.reads(event)) {
        sink.accept(event);
      }
    }
  }

  private void attempt(Task task) {
    try {
      task.run();
    } catch (IOException | RuntimeException | Error e) {
      if (failure == null) {
        failure = e;
      }
    }
  }
}
