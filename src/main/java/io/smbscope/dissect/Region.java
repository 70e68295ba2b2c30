package io.smbscope.dissect;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import io.smbscope.base.Bytes;

/**
 * Octets to dissect.
 *
 * @param origin of the first of them, in the frame or in what was reassembled
 * @param length octets there were; more than {@code octets} when the end was not captured
 */
public record Region(Bytes octets, int origin, int length) {
  public Region(Bytes octets, int origin) {
    this(octets, origin, octets.length());
  }

  /** From {@code from} on, at most {@code count} octets, as far as they are there. */
  public Region part(int from, int count) {
    int start = Math.min(Math.max(0, from), octets.length());
    int there = Math.max(0, Math.min(count, octets.length() - start));
    return new Region(
        octets.slice(start, there),
        origin + start,
        Math.max(there, Math.min(count, length - start)));
  }

  public Region from(int from) {
    return part(from, Math.max(0, length - from));
  }

  public boolean has(long from, long count) {
    return from >= 0 && count >= 0 && from + count <= octets.length();
  }

  /** Begins at the first octet; what {@link Grammar#show} reads from. */
  public KaitaiStream stream() {
    return new ByteBufferKaitaiStream(octets.toByteBuffer());
  }
}
