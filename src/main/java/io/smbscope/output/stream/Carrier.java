package io.smbscope.output.stream;

import java.io.Closeable;
import java.io.IOException;

/**
 * Brings frames to a peer and tells the {@link Tally} of those that are delivered or never will be.
 * One thread carries, and may wait for the peer as long as that takes.
 */
interface Carrier extends Closeable {
  /**
   * Hands over the frames of a chunk that have not gone yet, in order, and moves the chunk on.
   *
   * @throws IOException the peer does not take the next frame now: to be called again later
   */
  void carry(Chunk chunk) throws IOException, InterruptedException;

  /** Returns when the fate of all that was handed over is known. */
  void settle() throws IOException, InterruptedException;

  /** Gives up what is under way; called by any thread, more than once. */
  @Override
  void close();
}
