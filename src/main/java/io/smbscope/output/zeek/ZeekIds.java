package io.smbscope.output.zeek;

import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;

/**
 * Names of connections and files in Zeek's form: a letter and 96 bits to the base of 62, 17
 * characters at least. The same capture gives the same names, two captures different ones. Keeps
 * the last one only; all logs of one sink use the same.
 */
final class ZeekIds {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int DIGIT_COUNT = 17;
  private static final int HIGH_DIGITS = 6;
  private static final long FNV_OFFSET = 0xCBF2_9CE4_8422_2325L;
  private static final long FNV_PRIME = 0x100_0000_01B3L;

  /** No character. */
  private static final int END_OF_TEXT = 0x1_0000;

  private final char[] name = new char[1 + DIGIT_COUNT];
  private FlowKey lastFlow;
  private String lastUid;

  /** {@code C...} of a connection. */
  String uid(FlowKey flow) {
    if (!flow.equals(lastFlow)) {
      lastUid = name('C', mix(identity(flow)), mix(flow.id() ^ 0x9E37_79B9_7F4A_7C15L));
      lastFlow = flow;
    }
    return lastUid;
  }

  /** {@code F...} of a file that may be carried by several connections. */
  String fuid(FileHandle handle) {
    long hash = hash(FNV_OFFSET, handle.client());
    hash = hash(hash, handle.server());
    hash = hash(hash, handle.path());
    hash = hash(hash, handle.name());
    long identity = mix(hash) + mix(handle.modified());
    return name('F', mix(identity), mix(hash ^ mix(identity + 1)));
  }

  /** FNV-1a of 64 bits, over the text's characters and its end. */
  private static long hash(long before, String text) {
    long hash = before;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return (hash ^ END_OF_TEXT) * FNV_PRIME;
  }

  private static long identity(FlowKey flow) {
    long sum = mix(flow.id()) * 31 + flow.start().nanos();
    sum = mix(sum) * 31 + hash(flow.client());
    return mix(sum) * 31 + hash(flow.server());
  }

  private static long hash(Endpoint endpoint) {
    return (long) endpoint.ip().hashCode() << 16 ^ endpoint.port();
  }

  private String name(char letter, long low, long high) {
    name[0] = letter;
    int at = digits(high, 1, HIGH_DIGITS);
    digits(low, at, DIGIT_COUNT - HIGH_DIGITS);
    return new String(name);
  }

  private int digits(long bits, int from, int count) {
    long rest = bits;
    int at = from;
    for (int i = 0; i < count; i++) {
      name[at++] = DIGITS.charAt((int) Long.remainderUnsigned(rest, 62));
      rest = Long.divideUnsigned(rest, 62);
    }
    return at;
  }

  /** The finalizer of MurmurHash3, which is in the public domain. */
  private static long mix(long word) {
    long mixed = word;
    mixed ^= mixed >>> 33;
    mixed *= 0xFF51_AFD7_ED55_8CCDL;
    mixed ^= mixed >>> 33;
    mixed *= 0xC4CE_B9FE_1A85_EC53L;
    mixed ^= mixed >>> 33;
    return mixed;
  }
}
