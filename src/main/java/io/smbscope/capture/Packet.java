package io.smbscope.capture;

/**
 * One captured packet, as a place in a {@link Window}. Mutable and reused: a {@link PacketSource}
 * fills it, nothing is allocated.
 */
public final class Packet {
  /** Counted from 1 over all files of one analysis. */
  public long number;

  /** Nanoseconds since 1970-01-01T00:00:00Z. */
  public long nanos;

  /** Holds the octets; retain it to keep them beyond the source's next call. */
  public Window window;

  /** First octet in {@code window.buffer()}. */
  public int offset;

  /** Octets captured. */
  public int length;

  /** Octets there were on the wire; more than {@link #length} when the snap length cut it. */
  public int wireLength;

  /** LINKTYPE_ value of the interface it came from. */
  public int linkType;
}
