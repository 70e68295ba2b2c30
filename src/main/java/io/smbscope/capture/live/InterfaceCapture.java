package io.smbscope.capture.live;

import io.smbscope.capture.CaptureException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;
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
  private final PacketRing ring = new PacketRing();
  private final LossCounter losses = new LossCounter();
  private final long pause;

  private LiveHandle handle;
  private boolean down;
  private long nextCheck = System.nanoTime();
  private volatile long taken;
  private volatile boolean failed;

  /**
   * @param handle of the interface, which becomes this object's
   * @param notices told one line when the interface goes or comes back
   */
  InterfaceCapture(
      String name,
      LiveHandle handle,
      CaptureOptions options,
      StopSign stop,
      Consumer<String> notices) {
    this.name = name;
    this.handle = handle;
    this.options = options;
    this.stop = stop;
    this.notices = notices;
    this.pause = TimeUnit.MILLISECONDS.toNanos(options.immediate() ? 1 : 10);
  }

  @Override
  public void run() {
    try {
      while (handle != null) {
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
    long count = taken;
    while (true) {
      boolean some = handle.next();
      if (some) {
        if (!stop.takes(handle.nanos())) {
          taken = count;
          return;
        }
        ring.put(handle);
        count++;
        lump++;
      }
      if (!some || lump == LUMP) {
        taken = count;
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
    long now = System.nanoTime();
    if (now - nextCheck < 0) {
      return;
    }
    nextCheck = now + SECOND;
    handle.tellLosses(losses);
    boolean isDown = isDown();
    if (isDown != down) {
      down = isDown;
      notices.accept(name + (down ? ": is down, waiting for it" : ": is up again"));
    }
    if (down && options.exitOnDown()) {
      stop.raise();
    }
  }

  /** False when in doubt. */
  private boolean isDown() {
    try {
      NetworkInterface known = NetworkInterface.getByName(name);
      return known != null && !known.isUp();
    } catch (SocketException unknown) {
      return false;
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
    while (handle == null && !stop.isRaised()) {
      sleep(backOff);
      backOff = Math.min(LONGEST_BACK_OFF, 2 * backOff);
      try {
        handle = stop.isRaised() ? null : LiveHandle.open(name, options);
      } catch (CaptureRefused refusal) {
        if (refusal.reason() == CaptureRefused.Reason.NO_RIGHTS) {
          fail(refusal.getMessage());
          return;
        }
      }
    }
    if (handle != null) {
      down = false;
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
    if (handle != null) {
      handle.tellLosses(losses);
      handle.close();
      handle = null;
    }
  }

  /** Tells the writer of packets what interface it is, before {@link #run}. */
  void describe(PacketWriter writer, int number) {
    writer.describe(number, name, handle.linkType(), handle.snapLength());
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
    return taken;
  }

  /** Whether it ended for another reason than that it was to end. */
  boolean failed() {
    return failed;
  }
}
