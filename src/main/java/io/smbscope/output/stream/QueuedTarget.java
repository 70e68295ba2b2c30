package io.smbscope.output.stream;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.time.Duration;

/**
 * Lines to a peer, by a thread of its own behind a {@link Backlog}: the caller never waits, but for
 * {@link #close}. That waits as long as lines are still being delivered, and then a while.
 */
final class QueuedTarget implements LineTarget {
  /** How long {@link #close} waits for a peer that takes nothing. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final long LAST_WAIT_MILLIS = 500;

  private final Framing framing;
  private final Carrier carrier;
  private final Tally tally;
  private final Duration patience;
  private final Backlog backlog;
  private final Frame frame = new Frame();
  private final Thread thread;
  private volatile boolean abandoned;
  private boolean closed;

  QueuedTarget(
      String name,
      Framing framing,
      Carrier carrier,
      Tally tally,
      Backlog.Bounds bounds,
      Duration patience) {
    this.framing = framing;
    this.carrier = carrier;
    this.tally = tally;
    this.patience = patience;
    backlog = new Backlog(bounds, tally);
    thread = new Thread(this::deliver, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void line(byte[] line, int length, String key) {
    tally.given();
    if (length > Chunk.OCTETS) {
      tally.lost(1);
      return;
    }
    frame.clear();
    if (!framing.frame(line, length, key, frame)) {
      tally.cut();
    }
    backlog.add(frame.octets(), frame.length());
  }

  private void deliver() {
    try {
      for (Chunk chunk = backlog.take(); chunk != null; chunk = backlog.take()) {
        carry(chunk);
        backlog.recycle(chunk);
      }
      carrier.settle();
    } catch (InterruptedException e) {
      // Given up: what is left is counted as lost.
    } catch (IOException | RuntimeException e) {
      if (!abandoned) {
        tally.trouble(e);
      }
    } finally {
      carrier.close();
    }
  }

  private void carry(Chunk chunk) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (chunk.hasNext()) {
      long before = tally.progress();
      try {
        carrier.carry(chunk);
      } catch (IOException e) {
        if (abandoned) {
          throw new InterruptedException();
        }
        tally.trouble(e);
        pause =
            tally.progress() == before
                ? Math.min(2 * pause, LONGEST_PAUSE_MILLIS)
                : FIRST_PAUSE_MILLIS;
        Thread.sleep(pause);
      }
    }
  }

  /** Lines are on their way as soon as they are taken: nothing to do. */
  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    backlog.end();
    try {
      awaitDelivery();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      tally.settle();
      backlog.close();
    }
  }

  private void awaitDelivery() throws InterruptedException {
    long start = System.nanoTime();
    try {
      long left = patience.toNanos();
      while (left > 0 && thread.isAlive()) {
        thread.join(1 + left / 1_000_000);
        long last = Math.max(tally.progress() - start, 0);
        left = patience.toNanos() - (System.nanoTime() - start - last);
      }
      if (thread.isAlive() && tally.trouble() == null) {
        tally.trouble(new IOException("it took nothing for " + patience.toSeconds() + " s"));
      }
    } finally {
      abandoned = true;
      thread.interrupt();
      carrier.close();
    }
    thread.join(LAST_WAIT_MILLIS);
  }

  @Override
  public long lost() {
    return tally.lost();
  }

  @Override
  public String trouble() {
    return tally.trouble();
  }
}
