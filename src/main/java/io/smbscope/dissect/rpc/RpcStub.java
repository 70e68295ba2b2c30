package io.smbscope.dissect.rpc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.rpc.ndr.NdrArguments;

/** The arguments of a call, in NDR. C706 14 */
final class RpcStub {
  /**
   * How a fragment carries them.
   *
   * @param padding octets behind them, for its authentication
   * @param encrypted they cannot be read
   */
  record Shape(boolean request, boolean littleEndian, int padding, boolean encrypted) {}

  private final Field plain = Fields.named("dcerpc.stub_data");
  private final Field sealed = Fields.named("dcerpc.encrypted_stub_data");
  private final Field payload = Fields.named("dcerpc.payload_stub_data");
  private final Field padding = Fields.named("dcerpc.auth_padding");
  private final Field unknownInterface = Fields.named("dcerpc.unknown_if_id");
  private final Field requestIn = Fields.named("dcerpc.request_in");
  private final NdrArguments named = new NdrArguments();
  private final VerificationTrailer verification = new VerificationTrailer();

  /** Shows the stub data of a call that is there wholly. */
  void show(Dissection dissection, Region data, RpcCall call, Shape shape) {
    FrameTree tree = dissection.tree;
    DissectedInterfaces.Known known = DissectedInterfaces.of(call.of);
    if (known == null) {
      tree.number(unknownInterface, 1, data.origin(), 0);
      raw(tree, data, shape);
      return;
    }
    if (data.length() == 0 && !tree.whole()) {
      // Wireshark takes an interface for unknown that dissected no octet, and hides that.
      tree.number(unknownInterface, 1, data.origin(), 0);
    }
    tree.number(known.opnum(), call.opnum, data.origin(), 0);
    if (!shape.request()) {
      tree.number(requestIn, call.requestFrame, data.origin(), 0);
    }
    if (shape.encrypted() || !known.dissects(call.opnum, shape.request())) {
      raw(tree, data, shape);
      return;
    }
    int pad = Math.min(shape.padding(), data.length());
    Region arguments = data.part(0, data.length() - pad);
    if (pad <= data.length()) {
      int end = shape.request() ? verification.show(tree, arguments, payload) : -1;
      if (end < 0) {
        tree.value(payload, null, arguments.origin(), arguments.length());
      }
      Region values = end < 0 ? arguments : arguments.part(0, end);
      named.show(
          dissection,
          values,
          known.key(call.opnum, shape.request()),
          shape.littleEndian(),
          call.ndr64);
    }
    if (shape.padding() > 0) {
      octets(tree, padding, data.from(data.length() - pad));
    }
  }

  /** Shows stub data of which no more is known. */
  void raw(FrameTree tree, Region data, Shape shape) {
    if (data.length() == 0) {
      return;
    }
    if (shape.encrypted()) {
      octets(tree, sealed, data);
      return;
    }
    int pad = data.length() - shape.padding() < 1 ? 0 : shape.padding();
    octets(tree, plain, data.part(0, data.length() - pad));
    if (pad > 0) {
      octets(tree, padding, data.from(data.length() - pad));
    }
  }

  private static void octets(FrameTree tree, Field field, Region region) {
    if (tree.wants(field) && region.octets().length() == region.length()) {
      tree.value(field, region.octets().copy(), region.origin(), region.length());
    }
  }
}
