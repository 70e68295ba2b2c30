package io.smbscope.capture;

import io.smbscope.base.Stamp;

/** What a source has delivered so far. Used by the thread that reads from it. */
public final class Tally {
  private long packets;
  private long bytes;
  private long wireBytes;
  private long truncatedPackets;
  private long firstNanos;
  private long lastNanos;

  /** Counts {@code packet} and gives it the next number. */
  public void count(Packet packet) {
    packet.number = ++packets;
    bytes += packet.length;
    wireBytes += packet.wireLength;
    if (packet.length < packet.wireLength) {
      truncatedPackets++;
    }
    if (packets == 1) {
      firstNanos = packet.nanos;
    }
    lastNanos = packet.nanos;
  }

  /** Packets delivered. */
  public long packets() {
    return packets;
  }

  /** Captured octets of the packets delivered. */
  public long bytes() {
    return bytes;
  }

  /** Octets they had on the wire. */
  public long wireBytes() {
    return wireBytes;
  }

  /** Those that the snap length cut. */
  public long truncatedPackets() {
    return truncatedPackets;
  }

  /** The first packet; null when there was none. */
  public Stamp first() {
    return packets == 0 ? null : new Stamp(1, firstNanos);
  }

  /** The packet delivered last; null when there was none. */
  public Stamp last() {
    return packets == 0 ? null : new Stamp(packets, lastNanos);
  }
}
