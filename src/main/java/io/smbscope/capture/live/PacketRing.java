package io.smbscope.capture.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The packets of one interface on the way from the thread that captures to those who read: blocks
 * that are filled, read by each reader, and filled again. The filling thread never waits: what a
 * reader has no room for passes it by and is counted. Blocks are made as they are needed, no more
 * than the readers' shares together; those used last are used first, so a quiet interface needs
 * few, and the others' memory goes back to the system.
 */
final class PacketRing {
  /** Empty blocks that keep their memory: what packets need that do not come evenly. */
  private static final int WARM = 8;

  private final List<RingReader> readers = new ArrayList<>();
  private final ConcurrentLinkedDeque<RingBlock> spare = new ConcurrentLinkedDeque<>();
  private RingBlock current;

  /** There was no memory for another block. */
  private boolean exhausted;

  private volatile boolean ended;

  /** Adds a reader, before the first packet. */
  RingReader reader(int share, Runnable wake) {
    RingReader reader = new RingReader(this, share, wake);
    readers.add(reader);
    return reader;
  }

  /** Takes in the packet that {@code feed} has at hand. */
  void put(PacketFeed feed) {
    if (current == null || !current.hasRoomFor(feed.length())) {
      nextBlock();
    }
    if (current != null) {
      current.add(feed);
    }
    for (RingReader reader : readers) {
      reader.tookOrMissed();
    }
  }

  private void nextBlock() {
    if (current != null) {
      current.seal();
      current = null;
    }
    RingBlock next = null;
    for (RingReader reader : readers) {
      if (next == null && reader.hasRoom()) {
        next = emptyBlock();
      }
      if (reader.offer(next)) {
        current = next;
      }
    }
  }

  /** Null when all there can be are in use. */
  private RingBlock emptyBlock() {
    RingBlock block = spare.pollFirst();
    if (block != null) {
      block.clear();
    } else if (!exhausted) {
      block = newBlock();
      exhausted = block == null;
    }
    return block;
  }

  /** The virtual machine may allow less memory outside its heap than the shares together. */
  private static RingBlock newBlock() {
    try {
      return new RingBlock();
    } catch (OutOfMemoryError tooLittle) {
      return null;
    }
  }

  /** Nobody reads this block any more. By any thread. */
  void recycle(RingBlock block) {
    spare.addFirst(block);
  }

  /**
   * Gives the memory of empty blocks that are needed seldom back to the system. By the filling
   * thread, now and then.
   */
  void cool() {
    int warm = 0;
    for (RingBlock block : spare) {
      warm++;
      if (warm > WARM) {
        block.release();
      }
    }
  }

  /** Lets the readers see what was put. */
  void show() {
    if (current != null) {
      current.show();
    }
    readers.forEach(RingReader::signal);
  }

  /** Nothing more will be put. */
  void end() {
    if (current != null) {
      current.seal();
      current = null;
    }
    ended = true;
    readers.forEach(RingReader::signal);
  }

  boolean ended() {
    return ended;
  }
}
