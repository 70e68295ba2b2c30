package io.smbscope.dissect;

import io.smbscope.base.Bytes;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A message that spans segments, put together in whatever order these come. */
final class PendingMessage {
  /** Octets that the framing of a message can say, with its own: no more is waited for. */
  private static final int MOST = 1 << 24 | 4;

  private final int start;
  private final int needed;
  private byte[] octets = {};

  /** What is there: beginnings of stretches and their ends, none touching another. */
  private final TreeMap<Integer, Integer> there = new TreeMap<>();

  /**
   * @param start sequence number of its first octet
   * @param needed octets that must be there before it is worth a look
   */
  PendingMessage(int start, int needed) {
    this.start = start;
    this.needed = Math.min(needed, MOST);
  }

  /** Octets of memory it takes when a segment is added. */
  int sizeWith(int sequence, Bytes segment) {
    int end = Math.min(sequence - start + segment.length(), needed);
    return end <= octets.length
        ? octets.length
        : Math.max(end, Math.min(2 * octets.length, needed));
  }

  /** Octets of memory it takes. */
  int size() {
    return octets.length;
  }

  /** Whether an octet of the stream belongs to it, as far as is known of its length. */
  boolean covers(int sequence) {
    return Integer.compareUnsigned(sequence - start, needed) < 0;
  }

  /** Takes what of a segment is its own; returns how many octets that are. */
  int add(int sequence, Bytes segment) {
    int from = sequence - start;
    int count = Math.min(segment.length(), needed - from);
    int size = sizeWith(sequence, segment);
    if (size > octets.length) {
      octets = Arrays.copyOf(octets, size);
    }
    segment.copyTo(0, octets, from, count);
    int begin = from;
    int end = from + count;
    Map.Entry<Integer, Integer> before = there.floorEntry(begin);
    if (before != null && before.getValue() >= begin) {
      begin = before.getKey();
      end = Math.max(end, before.getValue());
    }
    while (true) {
      Map.Entry<Integer, Integer> next = there.ceilingEntry(begin);
      if (next == null || next.getKey() > end) {
        break;
      }
      end = Math.max(end, next.getValue());
      there.remove(next.getKey());
    }
    there.put(begin, end);
    return count;
  }

  /** All that is needed is there. */
  boolean complete() {
    Map.Entry<Integer, Integer> first = there.firstEntry();
    return first.getKey() == 0 && first.getValue() >= needed;
  }

  Bytes octets() {
    return Bytes.of(octets).slice(0, needed);
  }
}
