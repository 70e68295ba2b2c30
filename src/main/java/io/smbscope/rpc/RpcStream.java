package io.smbscope.rpc;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;

/**
 * One direction of a pipe. Octets come as they were written or read, fragments cut anywhere or
 * several at once; messages go to the sink as they become whole. Octets that are no DCE/RPC are
 * passed over, up to a write or read that begins as a fragment does: most pipes are message pipes.
 *
 * <p>It holds at most one fragment (64 KiB) and 16 messages of which 64 KiB are kept, within the
 * {@link RpcBudget}.
 */
public final class RpcStream {
  private static final int MAX_FRAGMENT = 0xFFFF;

  private final FragmentAssembly assembly;

  /** The start of a fragment that is not whole yet. */
  private final HeldOctets held;

  /** Octets of that fragment that have passed, held or not; 0 between fragments. */
  private int passed;

  /** Of that fragment; 0 while its header is not whole. */
  private int length;

  /** Some of that fragment was not seen. */
  private boolean broken;

  /** A fragment ended where the next octets are. */
  private boolean synchronised;

  public RpcStream(RpcBudget budget) {
    this.assembly = new FragmentAssembly(budget);
    this.held = new HeldOctets(budget, MAX_FRAGMENT);
  }

  /** The octets begin as a fragment does, or as much of it as there is. */
  public static boolean begins(Bytes octets) {
    return !octets.isEmpty() && FragmentDecoder.length(octets) != FragmentDecoder.OTHER;
  }

  /**
   * Takes what one write or read brought.
   *
   * @param octets its start, not kept
   * @param missing octets behind them that were not captured
   */
  public void take(Bytes octets, long missing, RpcSink sink) {
    int at = 0;
    while (at < octets.length()) {
      Bytes rest = octets.from(at);
      int used = passed == 0 ? begin(rest, sink) : proceed(rest, sink);
      if (used == 0) {
        return;
      }
      at += used;
    }
    if (missing > 0) {
      skip(missing, sink);
    }
  }

  /** A fragment begins. Returns how many octets were taken, 0 when it is none. */
  private int begin(Bytes octets, RpcSink sink) {
    int announced = FragmentDecoder.length(octets);
    if (announced < 0) {
      return lost(announced, octets, sink);
    }
    if (announced != FragmentDecoder.UNFINISHED && announced <= octets.length()) {
      synchronised = true;
      assembly.add(FragmentDecoder.decode(octets.slice(0, announced), true, sink), sink);
      return announced;
    }
    length = announced;
    hold(octets, sink);
    return octets.length();
  }

  /** The fragment that is held goes on. */
  private int proceed(Bytes octets, RpcSink sink) {
    if (length == 0) {
      int count = Math.min(FragmentDecoder.HEADER_LENGTH - passed, octets.length());
      hold(octets.slice(0, count), sink);
      if (broken) {
        synchronised = false;
        reset();
        return 0;
      }
      int announced = FragmentDecoder.length(held.view());
      if (announced < 0) {
        return lost(announced, held.view(), sink);
      }
      length = announced;
      endIfWhole(sink);
      return count;
    }
    int count = Math.min(length - passed, octets.length());
    hold(octets.slice(0, count), sink);
    endIfWhole(sink);
    return count;
  }

  private void hold(Bytes octets, RpcSink sink) {
    passed += octets.length();
    if (!held.add(octets)) {
      broken = true;
      sink.anomaly(AnomalyKind.LIMIT_REACHED, "", "DCE/RPC fragment passed over");
    }
  }

  private void endIfWhole(RpcSink sink) {
    if (passed == length) {
      synchronised = true;
      if (held.length() >= FragmentDecoder.HEADER_LENGTH) {
        assembly.add(FragmentDecoder.decode(held.view(), !broken, sink), sink);
      }
      reset();
    }
  }

  /** Octets were not captured: a fragment that spans them is known by its start. */
  private void skip(long missing, RpcSink sink) {
    if (length == 0) {
      synchronised = false;
      reset();
      return;
    }
    held.cut();
    broken = true;
    long left = length - (long) passed;
    passed += (int) Math.min(left, missing);
    endIfWhole(sink);
    if (missing > left) {
      synchronised = false;
    }
  }

  private int lost(int why, Bytes octets, RpcSink sink) {
    if (synchronised || why == FragmentDecoder.MALFORMED) {
      sink.anomaly(
          AnomalyKind.MALFORMED_DCERPC,
          "C706 12.6.3.1",
          "no header of a fragment in " + octets.length() + " octets");
    }
    synchronised = false;
    reset();
    return 0;
  }

  private void reset() {
    held.clear();
    passed = 0;
    length = 0;
    broken = false;
  }

  /** No more octets will come; what is held is given up. */
  public void close() {
    reset();
    assembly.clear();
  }
}
