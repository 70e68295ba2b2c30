package io.smbscope.dissect.rpc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.util.UUID;

/** Requests, responses and faults, put together from their fragments. C706 12.6.4.7 to 12.6.4.10 */
final class RpcMessage {
  private final Field allocHint = Fields.named("dcerpc.cn_alloc_hint");
  private final Field contextId = Fields.named("dcerpc.cn_ctx_id");
  private final Field opnum = Fields.named("dcerpc.opnum");
  private final Field object = Fields.named("dcerpc.obj_id");
  private final Field cancels = Fields.named("dcerpc.cn_cancel_count");
  private final Field requestIn = Fields.named("dcerpc.request_in");
  private final Field time = Fields.named("dcerpc.time");
  private final Field faultFlags = Fields.named("dcerpc.cn_fault_flags");
  private final Field status = Fields.named("dcerpc.cn_status");
  private final Field reserved = Fields.named("dcerpc.reserved");
  private final Field faultData = Fields.named("dcerpc.fault_stub_data");
  private final Field fragmentData = Fields.named("dcerpc.fragment_data");
  private final Field fragments = Fields.named("dcerpc.fragments");
  private final Field fragment = Fields.named("dcerpc.fragment");
  private final Field fragmentCount = Fields.named("dcerpc.fragment.count");
  private final Field wholeLength = Fields.named("dcerpc.reassembled.length");
  private final RpcAuth auth;
  private final RpcStub stubs = new RpcStub();

  RpcMessage(RpcAuth auth) {
    this.auth = auth;
  }

  void request(RpcPdu pdu) {
    Walk walk = pdu.walk();
    walk.show(allocHint, Integer.BYTES);
    int context = (int) walk.show(contextId, Short.BYTES);
    int operation = (int) walk.show(opnum, Short.BYTES);
    UUID id = pdu.hasObject() ? RpcUuid.show(walk, object, pdu.littleEndian()) : null;
    RpcAuth.Trailer trailer = auth.trailer(pdu);
    RpcPipe.Context bound = pdu.pipe().context(context);
    RpcCall call = null;
    if (bound != null && pdu.isFirst()) {
      byte[] octets = id == null ? null : RpcUuid.octets(id);
      call = new RpcCall(bound, operation, octets, pdu.dissection().frame, pdu.dissection().nanos);
      pdu.pipe().call(pdu.callId(), call);
    } else if (bound != null) {
      call = pdu.pipe().call(pdu.callId());
    }
    stub(pdu, call, trailer);
    auth.again(pdu, trailer);
  }

  void response(RpcPdu pdu) {
    Walk walk = pdu.walk();
    walk.show(allocHint, Integer.BYTES);
    walk.show(contextId, Short.BYTES);
    walk.show(cancels, 1);
    walk.skip(1);
    RpcAuth.Trailer trailer = auth.trailer(pdu);
    RpcCall call = pdu.pipe().call(pdu.callId());
    if (call != null) {
      ofCall(pdu, call, true);
    }
    stub(pdu, call, trailer);
    auth.again(pdu, trailer);
  }

  void fault(RpcPdu pdu) {
    Walk walk = pdu.walk();
    walk.show(allocHint, Integer.BYTES);
    walk.show(contextId, Short.BYTES);
    walk.show(cancels, 1);
    walk.show(faultFlags, 1);
    walk.show(status, Integer.BYTES);
    walk.show(reserved, Integer.BYTES);
    RpcAuth.Trailer trailer = auth.trailer(pdu);
    RpcCall call = pdu.pipe().call(pdu.callId());
    if (call == null) {
      return;
    }
    ofCall(pdu, call, false);
    int length = walk.reported() - trailer.length();
    if (length > 0) {
      walk.show(
          pdu.isFirst() && pdu.isLast() ? faultData : fragmentData, Math.min(length, walk.left()));
    }
    auth.again(pdu, trailer);
  }

  /** What the request tells its answer. */
  private void ofCall(RpcPdu pdu, RpcCall call, boolean withObject) {
    FrameTree tree = pdu.tree();
    int place = pdu.walk().place();
    tree.number(opnum, call.opnum, place, 0);
    if (withObject && call.object != null) {
      tree.value(object, call.object, place, 0);
    }
    tree.number(requestIn, call.requestFrame, place, 0);
    tree.number(time, pdu.dissection().nanos - call.requestNanos, place, 0);
  }

  private void stub(RpcPdu pdu, RpcCall call, RpcAuth.Trailer trailer) {
    Walk walk = pdu.walk();
    int length = walk.reported() - trailer.length();
    if (length < 0) {
      return;
    }
    Region data = walk.region().part(walk.at(), length);
    RpcStub.Shape shape =
        new RpcStub.Shape(
            pdu.type() == RpcPdu.REQUEST, pdu.littleEndian(), trailer.padding(), trailer.privacy());
    if (call == null) {
      stubs.raw(pdu.tree(), walk.region().from(walk.at()), shape);
    } else if (pdu.isFirst() && pdu.isLast()) {
      stubs.show(pdu.dissection(), data, call, shape);
    } else if (trailer.privacy()) {
      stubs.raw(pdu.tree(), data, shape);
    } else {
      fragment(pdu, call, data, shape);
    }
  }

  private void fragment(RpcPdu pdu, RpcCall call, Region data, RpcStub.Shape shape) {
    RpcCall.Stub whole = call.stub(shape.request());
    if (pdu.isFirst()) {
      whole.clear();
    }
    Bytes octets = data.octets();
    boolean held = octets.length() == data.length() && whole.append(octets, pdu.dissection().frame);
    if (!held || !pdu.isLast()) {
      stubs.raw(pdu.tree(), data, shape);
      return;
    }
    FrameTree tree = pdu.tree();
    int place = data.origin();
    int length = whole.octets().length();
    tree.open(fragments, null, place, length);
    whole.frames().forEach(frame -> tree.number(fragment, frame, place, 0));
    tree.number(fragmentCount, whole.frames().size(), place, 0);
    tree.number(wholeLength, length, place, 0);
    tree.close();
    stubs.show(pdu.dissection(), new Region(whole.octets(), 0), call, shape);
    whole.clear();
  }
}
