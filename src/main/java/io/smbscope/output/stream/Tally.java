package io.smbscope.output.stream;

import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicLong;

/** What has become of the lines of one target. For any thread. */
final class Tally {
  private final AtomicLong given = new AtomicLong();
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong cut = new AtomicLong();
  private volatile long progress = System.nanoTime();
  private volatile String trouble;
  private volatile boolean settled;

  /** The caller handed over a line. */
  void given() {
    given.incrementAndGet();
  }

  void delivered(long lines) {
    delivered.addAndGet(lines);
    progress = System.nanoTime();
  }

  void lost(long lines) {
    lost.addAndGet(lines);
  }

  /** Lines taken for delivered turn out not to be. */
  void takeBack(long lines) {
    delivered.addAndGet(-lines);
    lost.addAndGet(lines);
  }

  /** A line went, but without its end. */
  void cut() {
    cut.incrementAndGet();
  }

  /** What keeps lines from being delivered. */
  void trouble(Exception cause) {
    String message = cause.getMessage();
    if (message == null) {
      message = cause.getClass().getSimpleName();
    } else if (cause instanceof UnknownHostException) {
      message = "unknown host " + message;
    }
    trouble = message;
  }

  /** Nothing more will be delivered: what is not yet is lost. */
  void settle() {
    settled = true;
  }

  long lost() {
    long whole = settled ? given.get() - delivered.get() : lost.get();
    return whole + cut.get();
  }

  /** Null when nothing was amiss. */
  String trouble() {
    return trouble;
  }

  /** {@link System#nanoTime} when last something was delivered. */
  long progress() {
    return progress;
  }
}
