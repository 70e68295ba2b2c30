package io.smbscope.dissect.rpc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Walk;

/**
 * A fragment, behind its common header. C706 12.6.3.1
 *
 * @param walk behind the header
 * @param length octets of the fragment, as it says
 * @param authLength octets of the authentication token at its end
 */
record RpcPdu(
    Dissection dissection,
    Walk walk,
    RpcPipe pipe,
    boolean littleEndian,
    int type,
    int flags,
    int length,
    int authLength,
    long callId) {
  static final int REQUEST = 0;
  static final int RESPONSE = 2;
  static final int FAULT = 3;
  static final int BIND = 11;
  static final int BIND_ACK = 12;
  static final int BIND_NAK = 13;
  static final int ALTER_CONTEXT = 14;
  static final int ALTER_CONTEXT_RESPONSE = 15;
  static final int SHUTDOWN = 17;
  static final int RTS = 20;
  private static final int FIRST = 0x01;
  private static final int LAST = 0x02;
  private static final int OBJECT = 0x80;

  FrameTree tree() {
    return walk.tree();
  }

  boolean isFirst() {
    return (flags & FIRST) != 0;
  }

  boolean isLast() {
    return (flags & LAST) != 0;
  }

  boolean hasObject() {
    return (flags & OBJECT) != 0;
  }
}
