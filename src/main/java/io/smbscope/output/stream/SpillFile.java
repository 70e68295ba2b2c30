package io.smbscope.output.stream;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;

/**
 * Chunks on disk, each in a slot of one size; slots are used again. The file has no name while it
 * is open, so nothing of it is left after the process, however that ends. One thread may write
 * while another reads.
 */
final class SpillFile implements Closeable {
  private static final int HEAD = 2 * Integer.BYTES;
  private static final long SLOT = HEAD + (long) Chunk.FRAMES * Integer.BYTES + Chunk.OCTETS;

  private final FileChannel channel;
  private final int slots;
  private final BitSet inUse = new BitSet();

  /**
   * @param folder where the file is made
   * @param limit octets that the file takes at most; also at most half of what is free
   */
  SpillFile(Path folder, long limit) throws IOException {
    Path path = Files.createTempFile(folder, "smbscope-", ".spill");
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    long free = Files.getFileStore(folder).getUsableSpace();
    slots = (int) Math.min(Integer.MAX_VALUE, Math.min(limit, free / 2) / SLOT);
  }

  /** Returns the slot, or -1 when all are in use. */
  int write(Chunk chunk) throws IOException {
    int slot;
    synchronized (inUse) {
      slot = inUse.nextClearBit(0);
      if (slot >= slots) {
        return -1;
      }
      inUse.set(slot);
    }
    try {
      ByteBuffer head = ByteBuffer.allocate(HEAD + chunk.count() * Integer.BYTES);
      head.putInt(chunk.count()).putInt(chunk.used());
      head.asIntBuffer().put(chunk.ends(), 0, chunk.count());
      head.rewind();
      long at = slot * SLOT;
      writeAll(head, at);
      writeAll(ByteBuffer.wrap(chunk.octets(), 0, chunk.used()), at + head.capacity());
      return slot;
    } catch (IOException e) {
      free(slot);
      throw e;
    }
  }

  /** Fills the chunk with what was written to the slot. */
  void read(int slot, Chunk chunk) throws IOException {
    long at = slot * SLOT;
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    readAll(head, at);
    int count = head.getInt();
    int used = head.getInt();
    ByteBuffer ends = ByteBuffer.allocate(count * Integer.BYTES);
    readAll(ends, at + HEAD);
    ends.asIntBuffer().get(chunk.ends(), 0, count);
    readAll(ByteBuffer.wrap(chunk.octets(), 0, used), at + HEAD + ends.capacity());
    chunk.reset(count);
  }

  void free(int slot) {
    synchronized (inUse) {
      inUse.clear(slot);
    }
  }

  private void writeAll(ByteBuffer from, long at) throws IOException {
    long to = at;
    while (from.hasRemaining()) {
      to += channel.write(from, to);
    }
  }

  private void readAll(ByteBuffer into, long at) throws IOException {
    long from = at;
    while (into.hasRemaining()) {
      int read = channel.read(into, from);
      if (read < 0) {
        throw new EOFException("the spill file is shorter than what was written to it");
      }
      from += read;
    }
    into.rewind();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
