package io.smbscope.base;

/**
 * Where in a capture something was seen.
 *
 * @param packet number of the packet, counted from 1 over all files of one call, as Wireshark's
 *     {@code frame.number}; 0 when nothing was captured yet
 * @param nanos the packet's time, nanoseconds since 1970-01-01T00:00:00Z
 */
public record Stamp(long packet, long nanos) {
  // Written out, as in all that is compared often: see Key.
  @Override
  public boolean equals(Object other) {
    return other instanceof Stamp stamp && packet == stamp.packet && nanos == stamp.nanos;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(packet) + Long.hashCode(nanos);
  }
}
