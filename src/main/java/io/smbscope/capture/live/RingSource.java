package io.smbscope.capture.live;

import io.smbscope.capture.Packet;
import io.smbscope.capture.PacketSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The packets of all rings for one of those who read them, in the order of their times. Where there
 * are several rings and one has nothing at hand, a packet of another waits for it until {@value
 * #PATIENCE} ms after it was seen: the two directions of a tap come from two interfaces, each some
 * packets at a time.
 */
final class RingSource implements PacketSource {
  /** What the kernel and the capture thread may hold a packet back for, and some more. */
  static final long PATIENCE = 2L * LiveHandle.READ_TIMEOUT + 50;

  private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(20);

  private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

  private final List<RingReader> readers = new ArrayList<>();
  private volatile Thread waiting;
  private volatile boolean closed;
  private int lastRing;
  private long octets;

  /** Adds a ring, before the first packet. */
  void read(PacketRing ring, int share) {
    readers.add(ring.reader(share, this::wake));
  }

  private void wake() {
    Thread reader = waiting;
    if (reader != null) {
      LockSupport.unpark(reader);
    }
  }

  @Override
  public boolean next(Packet packet) {
    while (!closed) {
      int first = first();
      if (first >= 0) {
        readers.get(first).take(packet);
        lastRing = first;
        octets += packet.length;
        return true;
      }
      if (allEnded()) {
        return false;
      }
      rest();
    }
    return false;
  }

  @Override
  public boolean await() {
    long begun = System.nanoTime();
    while (!closed && first() < 0 && !allEnded()) {
      if (System.nanoTime() - begun >= QUIET) {
        return false;
      }
      rest();
    }
    return true;
  }

  /** The ring whose packet is next; -1 when that is to be waited for. */
  private int first() {
    int first = -1;
    long earliest = 0;
    boolean some = false;
    for (int i = 0; i < readers.size(); i++) {
      RingReader reader = readers.get(i);
      if (!reader.has()) {
        some |= !reader.ended();
      } else if (first < 0 || reader.nanos() < earliest) {
        first = i;
        earliest = reader.nanos();
      }
    }
    return first >= 0 && some && !waitedLong(earliest) ? -1 : first;
  }

  /** Also true when the clock was set back behind the packet. */
  private static boolean waitedLong(long nanos) {
    long age = System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(nanos);
    return age >= PATIENCE || age < -PATIENCE;
  }

  private boolean allEnded() {
    for (RingReader reader : readers) {
      if (!reader.ended()) {
        return false;
      }
    }
    return true;
  }

  private void rest() {
    waiting = Thread.currentThread();
    if (!closed && first() < 0 && !allEnded()) {
      LockSupport.parkNanos(this, LONGEST_WAIT);
    }
    waiting = null;
  }

  /**
   * Also false when those who got packets hold on to half of the memory there is: then they should
   * get on with these first.
   */
  @Override
  public boolean ready() {
    int first = first();
    if (first < 0) {
      return false;
    }
    for (RingReader reader : readers) {
      if (reader.passed() > reader.share() / 2) {
        return false;
      }
    }
    return true;
  }

  /** The ring that the last packet came from, in the order of {@link #read}. */
  int lastRing() {
    return lastRing;
  }

  /** Packets of a ring that the reader was too slow for. */
  long missed(int ring) {
    return readers.get(ring).missed();
  }

  /** How full a ring is for this reader. By any thread, once there are packets. */
  RingFill fill(int ring, String interfaceName, String reader) {
    RingReader at = readers.get(ring);
    return new RingFill(
        interfaceName,
        reader,
        (long) at.held() * RingBlock.SIZE,
        (long) at.share() * RingBlock.SIZE);
  }

  /** Captured octets of the packets read. */
  @Override
  public long position() {
    return octets;
  }

  @Override
  public long size() {
    return -1;
  }

  /** Ends {@link #next} where it waits. */
  @Override
  public void close() {
    closed = true;
    wake();
  }
}
