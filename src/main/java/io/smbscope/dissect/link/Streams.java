package io.smbscope.dissect.link;

import io.smbscope.dissect.Bounded;
import io.smbscope.net.IpAddress;
import java.util.Map;

/**
 * The pairs of ends that have spoken, counted from 0 as tshark counts its streams. Beyond {@link
 * #MOST} the one longest silent is forgotten.
 */
final class Streams {
  private static final int MOST = 65_536;

  private int count;
  private final Map<Key, Stream> streams = Bounded.byUse(MOST);

  /** Two ends, the lower address or port first. */
  private record Key(IpAddress one, int onePort, IpAddress other, int otherPort) {}

  /** One pair. */
  static final class Stream {
    private final int index;
    private final long firstNanos;
    private final Side lower = new Side();
    private final Side higher = new Side();
    long lastNanos;

    Stream(int index, long nanos) {
      this.index = index;
      this.firstNanos = nanos;
      this.lastNanos = nanos;
    }

    int index() {
      return index;
    }

    long firstNanos() {
      return firstNanos;
    }

    Side side(boolean isLower) {
      return isLower ? lower : higher;
    }
  }

  /** One direction of a TCP connection. */
  static final class Side {
    boolean begun;

    /** Sequence number that counts as 0. */
    int first;

    boolean opened;

    /** Bits that a window is shifted by; -1 when the opening did not say. */
    int scale = -1;
  }

  /**
   * @param opens a SYN: of another sequence number it begins another connection
   */
  Stream of(
      IpAddress source,
      int sourcePort,
      IpAddress destination,
      int destinationPort,
      long nanos,
      boolean opens,
      int sequence) {
    boolean lower = isLower(source, sourcePort, destination, destinationPort);
    Key key =
        lower
            ? new Key(source, sourcePort, destination, destinationPort)
            : new Key(destination, destinationPort, source, sourcePort);
    Stream stream = streams.get(key);
    boolean another =
        stream != null && opens && stream.side(lower).begun && stream.side(lower).first != sequence;
    if (stream == null || another) {
      stream = new Stream(count++, nanos);
      streams.put(key, stream);
    }
    return stream;
  }

  /** Which side of the pair the source is. */
  static boolean isLower(IpAddress source, int sourcePort, IpAddress destination, int port) {
    int order = Long.compareUnsigned(source.high(), destination.high());
    if (order == 0) {
      order = Long.compareUnsigned(source.low(), destination.low());
    }
    return order == 0 ? sourcePort <= port : order < 0;
  }
}
