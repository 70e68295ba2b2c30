package io.smbscope.dissect.rpc;

import io.smbscope.base.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A call, from its request's first fragment on. */
final class RpcCall {
  /** Stub data beyond this is not put together. */
  private static final int MOST = 1 << 22;

  final RpcInterface of;
  final boolean ndr64;
  final int opnum;
  final byte[] object;
  final long requestFrame;
  final long requestNanos;
  private final Stub request = new Stub();
  private final Stub response = new Stub();

  /**
   * @param object null when the request names none
   */
  RpcCall(RpcPipe.Context context, int opnum, byte[] object, long frame, long nanos) {
    this.of = context.of();
    this.ndr64 = context.ndr64();
    this.opnum = opnum;
    this.object = object;
    this.requestFrame = frame;
    this.requestNanos = nanos;
  }

  Stub stub(boolean ofRequest) {
    return ofRequest ? request : response;
  }

  /** The stub data of several fragments. */
  static final class Stub {
    private byte[] octets = new byte[0];
    private final List<Long> frames = new ArrayList<>();

    void clear() {
      octets = new byte[0];
      frames.clear();
    }

    /** Whether there is room for it. */
    boolean append(Bytes fragment, long frame) {
      if (octets.length + fragment.length() > MOST) {
        return false;
      }
      int length = octets.length;
      octets = Arrays.copyOf(octets, length + fragment.length());
      fragment.copyTo(0, octets, length, fragment.length());
      frames.add(frame);
      return true;
    }

    /** The frames of its fragments. */
    List<Long> frames() {
      return frames;
    }

    Bytes octets() {
      return Bytes.of(octets);
    }
  }
}
