package io.smbscope.net;

import io.smbscope.capture.Window;
import java.nio.ByteBuffer;

/**
 * Where in a packet a {@link PacketDecoder} stands, and the answers of the layers it walks through.
 * Everything on the way is big-endian.
 */
final class Cursor {
  /** Answers: what comes next, an EtherType up to 0xFFFF or one of these. */
  static final int IP_PROTOCOL = 0x1_0000;

  /** IPv4 or IPv6, as the version field says. */
  static final int IP_EITHER = 0x2_0000;

  static final int PPP = 0x2_0001;

  /** Nothing we follow. */
  static final int NOT_OURS = -1;

  /** A header that cannot be. */
  static final int MALFORMED = -2;

  /** The snap length cut it before its end could be known. */
  static final int CUT = -3;

  /** A segment is filled. */
  static final int FOUND = -4;

  /** Octets that a wire length may claim beyond those captured. */
  private static final int MAX_CUT = 1 << 20;

  /** In network order. */
  ByteBuffer buffer;

  Window window;

  /** Next octet to read. */
  int at;

  /** First octet no longer there. */
  int end;

  /** Octets that were on the wire behind {@link #end} and were not captured. */
  int cut;

  void set(Window in, ByteBuffer octets, int from, int captured, int onWire) {
    window = in;
    buffer = octets;
    at = from;
    end = from + captured;
    cut = Math.min(Math.max(onWire - captured, 0), MAX_CUT);
  }

  /** Whether {@code count} more octets were captured. */
  boolean has(int count) {
    return end - at >= count;
  }

  /** Octets left on the wire. */
  int onWire() {
    return end - at + cut;
  }

  /** Why a header is not all there. */
  int shortBy() {
    return cut > 0 ? CUT : MALFORMED;
  }

  /** What lies behind the next {@code length} octets is padding or a trailer. */
  void trim(int length) {
    int captured = end - at;
    if (length <= captured) {
      end = at + length;
      cut = 0;
    } else if (length - captured < cut) {
      cut = length - captured;
    }
  }

  /** Unsigned, {@code ahead} octets further on; the caller has checked that they are there. */
  int u8(int ahead) {
    return buffer.get(at + ahead) & 0xFF;
  }

  int u16(int ahead) {
    return buffer.getShort(at + ahead) & 0xFFFF;
  }

  int i32(int ahead) {
    return buffer.getInt(at + ahead);
  }

  long i64(int ahead) {
    return buffer.getLong(at + ahead);
  }

  /** 48 bits. */
  long mac(int ahead) {
    return (long) u16(ahead) << 32 | (i32(ahead + 2) & 0xFFFF_FFFFL);
  }
}
