package io.smbscope.capture.live;

import io.smbscope.capture.CaptureException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Takes packets off one interface and puts them into its ring, and nothing else; when the interface
 * goes, says so, and waits until it can be opened again. Runs on a thread of its own.
 */
final class InterfaceCapture implements Runnable {
  /** Packets after which readers see them, when more are at hand at once. */
  private static final int LUMP = 256;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long FIRST_BACK_OFF = SECOND;
  private static final long LONGEST_BACK_OFF = 30 * SECOND;

  private final String name;
  private final CaptureOptions options;
  private final StopSign stop;
  private final Consumer<String> notices;
  private final PacketFeed.Opening opening;
  private final PacketRing ring = new PacketRing();
  private final LossCounter losses = new LossCounter();
  private final long pause;

  private PacketFeed feed;
  private LinkState state = LinkState.UP;
  private long nextCheck = System.nanoTime();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong octets = new AtomicLong();
  private volatile boolean failed;

  /**
   * @param feed of the interface, which becomes this object's
   * @param opening opens it again
   * @param notices told one line when the interface goes or comes back
   */
  InterfaceCapture(
      String name,
      PacketFeed feed,
      PacketFeed.Opening opening,
      CaptureOptions options,
      StopSign stop,
      Consumer<String> notices) {
    this.name = name;
    this.feed = feed;
    this.opening = opening;
    this.options = options;
    this.stop = stop;
    this.notices = notices;
    this.pause = TimeUnit.MILLISECONDS.toNanos(options.immediate() ? 1 : 10);
  }

  @Override
  public void run() {
    try {
      while (feed != null) {
        try {
          take();
          return;
        } catch (CaptureException gone) {
          leave(gone.getMessage());
        }
      }
    } catch (RuntimeException | Error broken) {
      fail("capture failed: " + broken);
    } finally {
      close();
      ring.end();
    }
  }

  /** Until the end is reached. */
  private void take() throws CaptureException {
    int lump = 0;
    while (true) {
      boolean some = feed.next();
      if (some) {
        if (!stop.takes(feed.nanos())) {
          return;
        }
        ring.put(feed);
        taken.lazySet(taken.get() + 1);
        octets.lazySet(octets.get() + feed.length());
        lump++;
      }
      if (!some || lump == LUMP) {
        if (lump > 0) {
          ring.show();
          lump = 0;
        }
        check();
        if (!some) {
          if (stop.isOver()) {
            return;
          }
          LockSupport.parkNanos(this, pause);
        }
      }
    }
  }

  private void check() {
    stop.checkTime();
    long time = System.nanoTime();
    if (time - nextCheck < 0) {
      return;
    }
    nextCheck = time + SECOND;
    feed.tellLosses(losses);
    ring.cool();
    LinkState now = LinkState.of(name);
    if (now != state) {
      state = now;
      tellState();
    }
  }

  private void tellState() {
    String waiting = options.exitOnDown() ? "" : "; waiting for it";
    switch (state) {
      case UP -> notices.accept(name + ": is up");
      case DOWN -> notices.accept(name + ": is down" + waiting);
      case NO_LINK -> notices.accept(name + ": has no link" + waiting);
    }
    if (state != LinkState.UP && options.exitOnDown()) {
      stop.raise();
    }
  }

  /** The interface gives nothing any more; waits until it does. */
  private void leave(String why) {
    close();
    ring.show();
    if (options.exitOnDown()) {
      notices.accept(name + ": " + why);
      stop.raise();
      return;
    }
    notices.accept(name + ": " + why + "; waiting for it to come back");
    long backOff = FIRST_BACK_OFF;
    while (feed == null && !stop.isRaised()) {
      sleep(backOff);
      backOff = Math.min(LONGEST_BACK_OFF, 2 * backOff);
      try {
        feed = stop.isRaised() ? null : opening.open(name);
      } catch (CaptureRefused refusal) {
        if (refusal.reason() == CaptureRefused.Reason.NO_RIGHTS) {
          fail(refusal.getMessage());
          return;
        }
      }
    }
    if (feed != null) {
      state = LinkState.UP;
      losses.reset();
      notices.accept(name + ": is back");
    }
  }

  private void sleep(long nanos) {
    long end = System.nanoTime() + nanos;
    while (!stop.isRaised() && end - System.nanoTime() > 0) {
      stop.checkTime();
      LockSupport.parkNanos(this, SECOND / 20);
    }
  }

  private void fail(String why) {
    failed = true;
    notices.accept(why.startsWith(name) ? why : name + ": " + why);
  }

  /** Closes the interface, when {@link #run} was never called. */
  void abandon() {
    close();
  }

  private void close() {
    if (feed != null) {
      feed.tellLosses(losses);
      feed.close();
      feed = null;
    }
  }

  /** Tells the writer of packets what interface it is, before {@link #run}. */
  void describe(PacketWriter writer, int number) {
    writer.describe(number, name, feed.linkType(), feed.snapLength());
  }

  String name() {
    return name;
  }

  PacketRing ring() {
    return ring;
  }

  LossCounter losses() {
    return losses;
  }

  /** Packets put into the ring so far. */
  long taken() {
    return taken.get();
  }

  /** Captured octets of these. */
  long octets() {
    return octets.get();
  }

  /** Whether it ended for another reason than that it was to end. */
  boolean failed() {
    return failed;
  }
}
