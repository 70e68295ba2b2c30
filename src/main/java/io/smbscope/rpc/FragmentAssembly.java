package io.smbscope.rpc;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the fragments of requests and responses together, by call id. [C706] 12.6.3.1 */
final class FragmentAssembly {
  /** Octets of stub data that are kept of one message. */
  static final int STUB_KEPT = 1 << 16;

  /** Calls of which some fragments were seen, at once; a client rarely has more than one. */
  private static final int CALLS = 16;

  /** The first fragment, and what followed. */
  private static final class Call {
    final RpcPdu head;
    final HeldOctets stub;
    int fragments;
    long stubLength;

    Call(RpcPdu head, RpcBudget budget) {
      this.head = head;
      this.stub = new HeldOctets(budget, STUB_KEPT);
    }
  }

  private final RpcBudget budget;

  /** By call id, oldest first. A first fragment enters, the last one takes out. */
  private final Map<Long, Call> calls = new LinkedHashMap<>(2);

  FragmentAssembly(RpcBudget budget) {
    this.budget = budget;
  }

  void add(Fragment fragment, RpcSink sink) {
    RpcPdu pdu = fragment.pdu();
    boolean request = pdu instanceof RpcPdu.Request;
    if (!request && !(pdu instanceof RpcPdu.Response)) {
      Call refused = pdu instanceof RpcPdu.Fault ? calls.remove(pdu.callId()) : null;
      if (refused != null) {
        refused.stub.clear();
      }
      sink.pdu(pdu, fragment.verifier());
      return;
    }
    Call call = calls.get(pdu.callId());
    if (fragment.first() && call != null) {
      abandon(call, sink);
      call = null;
    }
    if (call == null && fragment.last()) {
      sink.pdu(with(pdu, 1, stubLength(pdu), kept(fragment)), fragment.verifier());
      return;
    }
    if (call == null) {
      call = remember(fragment, sink);
    }
    call.fragments++;
    call.stubLength += stubLength(pdu);
    call.stub.add(stub(pdu));
    if (stub(pdu).length() < stubLength(pdu)) {
      call.stub.cut();
    }
    if (fragment.last()) {
      calls.remove(pdu.callId());
      Bytes stub = Bytes.of(call.stub.view().copy());
      call.stub.clear();
      sink.pdu(with(call.head, call.fragments, call.stubLength, stub), fragment.verifier());
    }
  }

  /** Its call id begins anew. */
  private void abandon(Call call, RpcSink sink) {
    calls.remove(call.head.callId());
    call.stub.clear();
    sink.anomaly(
        AnomalyKind.MALFORMED_DCERPC,
        "C706 12.6.3.1",
        "call " + call.head.callId() + " begins again before its last fragment");
  }

  private Call remember(Fragment fragment, RpcSink sink) {
    Call call = new Call(fragment.pdu(), budget);
    if (!fragment.first()) {
      call.stub.cut();
    }
    calls.put(call.head.callId(), call);
    if (calls.size() > CALLS) {
      Iterator<Call> oldest = calls.values().iterator();
      Call evicted = oldest.next();
      oldest.remove();
      evicted.stub.clear();
      sink.anomaly(
          AnomalyKind.LIMIT_REACHED,
          "",
          "fragments of DCE/RPC call " + evicted.head.callId() + " evicted");
    }
    return call;
  }

  /** Of a message in one fragment. Without its first fragment the stub's start is not known. */
  private static Bytes kept(Fragment fragment) {
    Bytes stub = stub(fragment.pdu());
    return fragment.first() && !stub.isEmpty() ? Bytes.of(stub.copy()) : Bytes.EMPTY;
  }

  private static Bytes stub(RpcPdu pdu) {
    return pdu instanceof RpcPdu.Request request ? request.stub() : ((RpcPdu.Response) pdu).stub();
  }

  private static long stubLength(RpcPdu pdu) {
    return pdu instanceof RpcPdu.Request request
        ? request.stubLength()
        : ((RpcPdu.Response) pdu).stubLength();
  }

  private static RpcPdu with(RpcPdu pdu, int fragments, long stubLength, Bytes stub) {
    if (pdu instanceof RpcPdu.Request request) {
      return new RpcPdu.Request(
          request.callId(),
          fragments,
          request.contextId(),
          request.opnum(),
          request.objectId(),
          stubLength,
          stub,
          request.littleEndian());
    }
    RpcPdu.Response response = (RpcPdu.Response) pdu;
    return new RpcPdu.Response(
        response.callId(),
        fragments,
        response.contextId(),
        stubLength,
        stub,
        response.littleEndian());
  }

  void clear() {
    calls.values().forEach(call -> call.stub.clear());
    calls.clear();
  }
}
