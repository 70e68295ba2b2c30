package io.smbscope.dissect.rpc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Bounded;
import java.util.Arrays;
import java.util.Map;

/** What is known of the calls over one pipe, or over one connection that is for them alone. */
final class RpcPipe {
  private static final int MOST_CONTEXTS = 256;
  private static final int MOST_CALLS = 1024;

  /**
   * A presentation context, as the client asked for it.
   *
   * @param ndr64 its transfer syntax, [MS-RPCE] 2.2.5
   */
  record Context(RpcInterface of, boolean ndr64) {}

  private final Map<Integer, Context> contexts = Bounded.byUse(MOST_CONTEXTS);
  private final Map<Long, RpcCall> calls = Bounded.byUse(MOST_CALLS);
  private final Side fromClient = new Side();
  private final Side fromServer = new Side();

  Side side(boolean toServer) {
    return toServer ? fromClient : fromServer;
  }

  void context(int id, Context context) {
    contexts.put(id, context);
  }

  /** Or null. */
  Context context(int id) {
    return contexts.get(id);
  }

  void call(long id, RpcCall call) {
    calls.put(id, call);
  }

  /** Or null. */
  RpcCall call(long id) {
    return calls.get(id);
  }

  /** The beginning of a fragment, of which the rest comes with the next piece. */
  static final class Side {
    private byte[] octets = new byte[0];
    private int needed;

    boolean holds() {
      return octets.length > 0;
    }

    /** A fragment has at most 65,535 octets, so this is bounded by one piece more. */
    void hold(Bytes beginning, int whole) {
      octets = beginning.copy();
      needed = whole;
    }

    /** Whether the fragment is there now. */
    boolean append(Bytes more) {
      int length = octets.length;
      octets = Arrays.copyOf(octets, length + more.length());
      more.copyTo(0, octets, length, more.length());
      return octets.length >= needed;
    }

    Bytes take() {
      Bytes all = Bytes.of(octets);
      octets = new byte[0];
      return all;
    }
  }
}
