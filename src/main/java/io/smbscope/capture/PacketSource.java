package io.smbscope.capture;

import java.io.Closeable;

/** Where packets come from: files, streams, pcap4j. Used by one thread. */
public interface PacketSource extends Closeable {
  /**
   * Fills {@code packet} with the next packet. Its window stays until the next call of this or of
   * {@link #ready} at least, and as long as someone retains it.
   *
   * @return false at the end of the input
   * @throws CaptureException when the input cannot be read on; what came before it holds
   */
  boolean next(Packet packet) throws CaptureException;

  /**
   * Whether {@link #next} would give a packet without waiting for more to be written. False when in
   * doubt, and at the end of the input.
   */
  boolean ready();

  /**
   * Waits until {@link #next} need not; where packets come as time goes by, not for much longer
   * than a second.
   *
   * @return false when there is nothing still: time goes by without packets
   */
  default boolean await() {
    return true;
  }

  /** Octets of input read so far, as stored (compressed ones where it is compressed). */
  long position();

  /** Octets of input in all, or -1 when unknown. */
  long size();

  @Override
  void close();
}
