package io.smbscope.capture.live;

import io.smbscope.capture.Packet;
import io.smbscope.capture.Window;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One reader's place in a {@link PacketRing}. A block is the reader's from {@link #offer} until the
 * last holder of its window lets go of it; of those it may have {@code share}.
 */
final class RingReader {
  private final PacketRing ring;
  private final Runnable wake;
  private final int share;
  private final ArrayBlockingQueue<RingBlock> ahead;
  private final AtomicInteger held = new AtomicInteger();
  private final AtomicInteger returned = new AtomicInteger();
  private final AtomicLong missed = new AtomicLong();

  /** Whether the ring's present block is among this reader's; the filling thread's own. */
  private boolean attached;

  /** Blocks read to their end, modulo 2^32 as {@link #returned}. */
  private int finished;

  private RingBlock block;
  private Window window;
  private int at;

  /**
   * Makes a reader that sees nothing yet.
   *
   * @param share blocks it may have
   * @param wake called when there may be something to read
   */
  RingReader(PacketRing ring, int share, Runnable wake) {
    this.ring = ring;
    this.wake = wake;
    this.share = share;
    this.ahead = new ArrayBlockingQueue<>(share);
  }

  /** Gives the next block, if the share allows it. By the filling thread. */
  boolean offer(RingBlock next) {
    if (next == null || held.get() >= share) {
      attached = false;
      return false;
    }
    held.incrementAndGet();
    next.holders.incrementAndGet();
    attached = true;
    ahead.add(next);
    return true;
  }

  /** Whether a block could be given. */
  boolean hasRoom() {
    return held.get() < share;
  }

  /** A packet went into the present block, or into none. By the filling thread. */
  void tookOrMissed() {
    if (!attached) {
      missed.lazySet(missed.get() + 1);
    }
  }

  /** There may be something to read. By the filling thread. */
  void signal() {
    wake.run();
  }

  /** Packets that this reader was too slow for. */
  long missed() {
    return missed.get();
  }

  /** Whether a packet is at hand; lets go of a block that has been read. */
  boolean has() {
    while (true) {
      if (block == null && !nextBlock()) {
        return false;
      }
      boolean full = block.isFull();
      if (at < block.shown()) {
        return true;
      }
      if (!full) {
        return false;
      }
      block = null;
      finished++;
      window.release();
      window = null;
    }
  }

  private boolean nextBlock() {
    RingBlock next = ahead.poll();
    if (next == null) {
      return false;
    }
    block = next;
    at = 0;
    window = new Window(next.octets, () -> giveBack(next));
    return true;
  }

  /** By any thread. */
  private void giveBack(RingBlock free) {
    returned.incrementAndGet();
    held.decrementAndGet();
    if (free.holders.decrementAndGet() == 0) {
      ring.recycle(free);
    }
  }

  /** Time of the packet at hand. */
  long nanos() {
    return block.nanos(at);
  }

  /** Fills all of {@code packet} but its number with the one at hand, and goes on behind it. */
  void take(Packet packet) {
    packet.nanos = block.nanos(at);
    packet.window = window;
    packet.offset = at + RingBlock.HEADER;
    packet.length = block.length(at);
    packet.wireLength = block.wireLength(at);
    packet.linkType = block.linkType(at);
    at = block.behind(at);
  }

  /** Whether nothing is at hand and nothing will be. */
  boolean ended() {
    return ring.ended() && !has();
  }

  /** Blocks that were read and are still held by those who got packets of them. */
  int passed() {
    return finished - returned.get();
  }

  /** Blocks it has. By any thread. */
  int held() {
    return held.get();
  }

  /** Blocks it may have. */
  int share() {
    return share;
  }
}
