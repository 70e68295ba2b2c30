package io.smbscope.dissect.rpc.ndr;

import io.smbscope.dissect.Bounded;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * In which frames context handles were opened and closed, which a client may use in several
 * connections.
 */
final class ContextHandles {
  private static final int MOST = 4096;

  /** Since the frame in which a handle was opened or first seen; 0 where not known. */
  static final class Span {
    private long opened;
    private long closed;
    private final long first;

    private Span(long first) {
      this.first = first;
    }

    long opened() {
      return opened;
    }

    long closed() {
      return closed;
    }
  }

  private final Map<ByteBuffer, Span> known = Bounded.byUse(MOST);

  /** Notes what a frame does with a handle, and returns what is known of it. */
  Span note(byte[] handle, NdrType.Use use, long frame) {
    ByteBuffer key = ByteBuffer.wrap(handle);
    Span span = known.get(key);
    boolean over = span != null && span.closed != 0 && span.closed < frame;
    boolean again = span != null && use == NdrType.Use.OPEN && span.first != frame;
    if (span == null || over || again) {
      span = new Span(frame);
      known.put(key, span);
    }
    if (use == NdrType.Use.OPEN) {
      span.opened = frame;
    } else if (use == NdrType.Use.CLOSE) {
      span.closed = frame;
    }
    return span;
  }
}
