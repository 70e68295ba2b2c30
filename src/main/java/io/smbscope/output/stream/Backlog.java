package io.smbscope.output.stream;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Frames on their way from the analysis to the thread that delivers them, in order. Held in memory
 * first, then in a file on disk; when that is full too, the newest are lost: then what a peer has
 * got is without gaps up to a point, and a frame it got in part can be finished.
 *
 * <p>One thread adds, another takes.
 */
final class Backlog implements Closeable {
  /**
   * @param chunks held in memory, beside the one being filled and the one being delivered; 1 MiB
   *     each
   * @param spill octets on disk
   * @param folder of the file on disk
   */
  record Bounds(int chunks, long spill, Path folder) {
    static final Bounds USUAL = new Bounds(4, 1L << 30, temporaryFiles());

    /** Where the system wants large files that may outlast memory: hier(7), environ(7). */
    private static Path temporaryFiles() {
      String wanted = System.getenv("TMPDIR");
      if (wanted != null && !wanted.isEmpty()) {
        return Path.of(wanted);
      }
      Path large = Path.of("/var/tmp");
      return Files.isWritable(large) ? large : Path.of(System.getProperty("java.io.tmpdir"));
    }
  }

  private record Spilled(int slot, int frames) {}

  private static final long GATHER_NANOS = 5_000_000;
  private static final int SPARE = 2;

  private final Bounds bounds;
  private final Tally tally;

  /** Full chunks, older than those on disk. */
  private final Deque<Chunk> ready = new ArrayDeque<>();

  /** Full chunks on disk, older than the tail. */
  private final Deque<Spilled> spilled = new ArrayDeque<>();

  private final Deque<Chunk> spare = new ArrayDeque<>();

  /** Being filled; null while it goes to disk. */
  private Chunk tail = new Chunk();

  private SpillFile file;
  private boolean waiting;
  private boolean ended;

  Backlog(Bounds bounds, Tally tally) {
    this.bounds = bounds;
    this.tally = tally;
  }

  /** Takes a copy of the frame, or counts it as lost. */
  void add(byte[] frame, int length) {
    if (length > Chunk.OCTETS) {
      tally.lost(1);
      return;
    }
    Chunk full;
    synchronized (this) {
      if (tail.add(frame, length)) {
        wake();
        return;
      }
      full = tail;
      if (ready.size() < bounds.chunks() && spilled.isEmpty()) {
        ready.add(full);
        tail = fresh();
        tail.add(frame, length);
        notifyAll();
        return;
      }
      tail = null;
    }
    int slot = spill(full);
    synchronized (this) {
      if (slot >= 0) {
        spilled.add(new Spilled(slot, full.count()));
      } else {
        tally.lost(full.count());
      }
      full.reset(0);
      tail = full;
      tail.add(frame, length);
      notifyAll();
    }
  }

  private int spill(Chunk full) {
    try {
      SpillFile to = file();
      return to.write(full);
    } catch (IOException e) {
      tally.trouble(new IOException("cannot hold more lines on disk: " + e.getMessage(), e));
      return -1;
    }
  }

  private synchronized SpillFile file() throws IOException {
    if (file == null) {
      file = new SpillFile(bounds.folder(), bounds.spill());
    }
    return file;
  }

  private Chunk fresh() {
    Chunk chunk = spare.poll();
    return chunk == null ? new Chunk() : chunk;
  }

  private void wake() {
    if (waiting) {
      waiting = false;
      notifyAll();
    }
  }

  /**
   * The oldest frames, at least one; waits for them. What comes in one by one is gathered for a few
   * milliseconds. Null when there will be no more.
   */
  Chunk take() throws InterruptedException {
    while (true) {
      Spilled oldest;
      Chunk chunk;
      synchronized (this) {
        awaitFrames();
        if (!ready.isEmpty()) {
          return ready.poll();
        }
        if (spilled.isEmpty()) {
          return tail.count() == 0 ? null : takeTail();
        }
        oldest = spilled.poll();
        chunk = fresh();
      }
      if (unspill(oldest, chunk)) {
        return chunk;
      }
    }
  }

  private synchronized void awaitFrames() throws InterruptedException {
    while (!ended && full() == 0 && (tail == null || tail.count() == 0)) {
      waiting = true;
      wait();
    }
    long until = System.nanoTime() + GATHER_NANOS;
    long left = GATHER_NANOS;
    while (full() == 0 && (tail == null || (!ended && left > 0))) {
      wait(1 + left / 1_000_000);
      left = until - System.nanoTime();
    }
  }

  private int full() {
    return ready.size() + spilled.size();
  }

  private Chunk takeTail() {
    Chunk chunk = tail;
    tail = fresh();
    return chunk;
  }

  /** Returns whether the chunk could be read back; if not, its lines are lost. */
  private boolean unspill(Spilled oldest, Chunk chunk) {
    try {
      SpillFile from = file();
      from.read(oldest.slot(), chunk);
      from.free(oldest.slot());
      return true;
    } catch (IOException e) {
      tally.lost(oldest.frames());
      tally.trouble(e);
      return false;
    }
  }

  /** Gives back a chunk whose frames have gone. */
  synchronized void recycle(Chunk chunk) {
    if (spare.size() < SPARE) {
      chunk.reset(0);
      spare.add(chunk);
    }
  }

  /** No frame will be added any more. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
