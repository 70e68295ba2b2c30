package io.smbscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongSupplier;

/**
 * What can only be read once, in order: a pipe, a compressed file, a file still being written. It
 * is read into chunks of {@value #CHUNK} octets, which return when nobody holds them, and of which
 * {@value #SPARE} at most are kept for the next use. A record larger than a chunk gets a chunk of
 * its own, which grows only as its octets really come.
 */
final class StreamInput extends WindowedInput {
  static final int CHUNK = 512 << 10;
  private static final int SPARE = 16;

  private final InputStream stream;
  private final LongSupplier stored;
  private final boolean unfinished;
  private final String unit;
  private final ArrayBlockingQueue<byte[]> spare = new ArrayBlockingQueue<>(SPARE);
  private byte[] chunk = new byte[0];
  private boolean ended;

  /** What went wrong where nobody had asked for the octets yet. */
  private IOException failure;

  /**
   * Closes {@code stream} with itself.
   *
   * @param stored octets consumed so far, before decompression
   * @param unfinished whether the stream may end anywhere without being damaged
   * @param unit what an offset in the stream counts, as in "cut off at byte 7"
   */
  StreamInput(InputStream stream, LongSupplier stored, boolean unfinished, String unit) {
    this.stream = stream;
    this.stored = stored;
    this.unfinished = unfinished;
    this.unit = unit;
  }

  @Override
  boolean slide(int needed) throws IOException {
    if (failure != null) {
      throw failure;
    }
    while (end - at < needed && !ended) {
      readSome(needed);
    }
    return end - at >= needed;
  }

  @Override
  boolean hasNow(int needed) {
    try {
      while (end - at < needed && !ended && failure == null && stream.available() > 0) {
        readSome(needed);
      }
    } catch (IOException later) {
      failure = later;
    }
    return end - at >= needed;
  }

  private void readSome(int needed) throws IOException {
    if (end == chunk.length || needed > chunk.length - at) {
      nextChunk(needed);
    }
    int count = stream.read(chunk, end, chunk.length - end);
    if (count < 0) {
      ended = true;
    } else {
      end += count;
    }
  }

  /** Moves what is not read yet to the beginning of another chunk that has room behind it. */
  private void nextChunk(int needed) {
    int kept = end - at;
    byte[] next = freeChunk(needed, kept);
    System.arraycopy(chunk, at, next, 0, kept);
    chunk = next;
    show(new Window(ByteBuffer.wrap(next), () -> giveBack(next)), offset(), kept);
  }

  private byte[] freeChunk(int needed, int kept) {
    if (needed > CHUNK) {
      return new byte[(int) Math.min(needed, Math.max(CHUNK, 2L * kept))];
    }
    byte[] free = spare.poll();
    return free == null ? new byte[CHUNK] : free;
  }

  private void giveBack(byte[] free) {
    if (free.length == CHUNK) {
      spare.offer(free);
    }
  }

  @Override
  long skip(long count) throws IOException {
    long left = count;
    while (left > end - at) {
      left -= end - at;
      at = end;
      if (!slide(1)) {
        return left;
      }
    }
    at += (int) left;
    return 0;
  }

  @Override
  long rest() {
    return (long) end - at;
  }

  @Override
  boolean unfinished() {
    return unfinished;
  }

  @Override
  String unit() {
    return unit;
  }

  @Override
  long position() {
    return stored.getAsLong();
  }

  @Override
  public void close() throws IOException {
    release();
    stream.close();
  }
}
