package io.smbscope.capture.live;

import io.smbscope.capture.CaptureException;
import java.io.Closeable;
import java.nio.ByteBuffer;

/** An open interface that gives one packet after the other. Used by one thread. */
interface PacketFeed extends Closeable {
  /** Opens an interface, and again when it came back. */
  interface Opening {
    PacketFeed open(String name) throws CaptureRefused;
  }

  /**
   * Takes the next packet, which stays until the next call.
   *
   * @return false when none is at hand
   * @throws CaptureException when the interface gives no more; says why
   */
  boolean next() throws CaptureException;

  /** Nanoseconds since 1970 at which the packet was seen. */
  long nanos();

  /** Octets captured of the packet. */
  int length();

  /** Octets it had on the wire. */
  int wireLength();

  /** Puts the packet's octets to {@code at} of a buffer that has room for them. */
  void copyTo(ByteBuffer buffer, int at);

  /** LINKTYPE_ value. */
  int linkType();

  /** Octets taken at most of a packet. */
  int snapLength();

  /** Notes in {@code losses} what was lost since it was opened. */
  void tellLosses(LossCounter losses);

  @Override
  void close();
}
