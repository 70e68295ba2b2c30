package io.smbscope.dissect.rpc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.util.UUID;

/** Presentation contexts, asked for and answered. C706 12.6.4.3, 12.6.4.4 */
final class RpcBind {
  private static final int NEGOTIATE_ACK = 3;
  private static final int VERSION_NOT_SUPPORTED = 4;
  private static final int SYNTAX = 20;

  /** The upper half of the UUIDs of bind time feature negotiation. [MS-RPCE] 3.3.1.5.3 */
  private static final long FEATURES = 0x6CB71C2C98124540L;

  private static final UUID NDR64 = UUID.fromString("71710533-beba-4937-8319-b5dbef9ccc36");

  private final Field maxTransmit = Fields.named("dcerpc.cn_max_xmit");
  private final Field maxReceive = Fields.named("dcerpc.cn_max_recv");
  private final Field group = Fields.named("dcerpc.cn_assoc_group");
  private final Field contexts = Fields.named("dcerpc.cn_num_ctx_items");
  private final Field context = Fields.named("dcerpc.cn_ctx_item");
  private final Field contextId = Fields.named("dcerpc.cn_ctx_id");
  private final Field syntaxes = Fields.named("dcerpc.cn_num_trans_items");
  private final Field abstractSyntax = Fields.named("dcerpc.cn_bind_abstract_syntax");
  private final Field interfaceId = Fields.named("dcerpc.cn_bind_to_uuid");
  private final Field interfaceVersion = Fields.named("dcerpc.cn_bind_if_ver");
  private final Field interfaceMinor = Fields.named("dcerpc.cn_bind_if_ver_minor");
  private final Field transferSyntax = Fields.named("dcerpc.cn_bind_trans");
  private final Field transferId = Fields.named("dcerpc.cn_bind_trans_id");
  private final Field transferVersion = Fields.named("dcerpc.cn_bind_trans_ver");
  private final Field features = Fields.named("dcerpc.cn_bind_trans_btfn");
  private final Field addressLength = Fields.named("dcerpc.cn_sec_addr_len");
  private final Field address = Fields.named("dcerpc.cn_sec_addr");
  private final Field results = Fields.named("dcerpc.cn_num_results");
  private final Field result = Fields.named("dcerpc.cn_ack_result");
  private final Field reason = Fields.named("dcerpc.cn_ack_reason");
  private final Field acceptedId = Fields.named("dcerpc.cn_ack_trans_id");
  private final Field acceptedVersion = Fields.named("dcerpc.cn_ack_trans_ver");
  private final Field refusalReason = Fields.named("dcerpc.cn_reject_reason");
  private final Field protocols = Fields.named("dcerpc.cn_num_protocols");
  private final Field protocolMajor = Fields.named("dcerpc.cn_protocol_ver_major");
  private final Field protocolMinor = Fields.named("dcerpc.cn_protocol_ver_minor");
  private final RpcAuth auth;

  RpcBind(RpcAuth auth) {
    this.auth = auth;
  }

  /** Also alter_context. */
  void request(RpcPdu pdu) {
    Walk walk = pdu.walk();
    walk.show(maxTransmit, Short.BYTES);
    walk.show(maxReceive, Short.BYTES);
    walk.show(group, Integer.BYTES);
    int count = (int) walk.show(contexts, 1);
    walk.skip(3);
    for (int i = 0; i < count; i++) {
      context(pdu, walk);
    }
    auth.trailer(pdu);
  }

  private void context(RpcPdu pdu, Walk walk) {
    FrameTree tree = walk.tree();
    int octets = Integer.BYTES + SYNTAX + SYNTAX * (int) walk.peek(2, 1);
    tree.open(context, null, walk.place(), octets);
    int id = (int) walk.show(contextId, Short.BYTES);
    int count = (int) walk.show(syntaxes, 1);
    walk.skip(1);
    tree.open(abstractSyntax, null, walk.place(), SYNTAX);
    UUID of = RpcUuid.show(walk, interfaceId, pdu.littleEndian());
    int version;
    if (pdu.littleEndian()) {
      version = (int) walk.show(interfaceVersion, Short.BYTES);
      walk.show(interfaceMinor, Short.BYTES);
    } else {
      walk.show(interfaceMinor, Short.BYTES);
      version = (int) walk.show(interfaceVersion, Short.BYTES);
    }
    tree.close();
    boolean ndr64 = false;
    for (int i = 0; i < count; i++) {
      tree.open(transferSyntax, null, walk.place(), SYNTAX);
      UUID syntax = RpcUuid.show(walk, transferId, pdu.littleEndian());
      if (syntax.getMostSignificantBits() == FEATURES) {
        int bits = (int) Long.reverseBytes(syntax.getLeastSignificantBits()) & 0xFFFF;
        tree.number(features, bits, walk.place() - Long.BYTES, Short.BYTES);
      }
      walk.show(transferVersion, Integer.BYTES);
      tree.close();
      ndr64 = syntax.equals(NDR64);
    }
    tree.close();
    pdu.pipe().context(id, new RpcPipe.Context(new RpcInterface(of, version), ndr64));
  }

  /** Also alter_context_resp. */
  void response(RpcPdu pdu) {
    Walk walk = pdu.walk();
    walk.show(maxTransmit, Short.BYTES);
    walk.show(maxReceive, Short.BYTES);
    walk.show(group, Integer.BYTES);
    int length = (int) walk.show(addressLength, Short.BYTES);
    if (length > 0) {
      walk.show(address, length);
    }
    walk.align(Integer.BYTES);
    int count = (int) walk.show(results, 1);
    walk.skip(3);
    for (int i = 0; i < count; i++) {
      walk.tree().open("Ctx Item", walk.place(), Integer.BYTES + SYNTAX);
      int answer = (int) walk.show(result, Short.BYTES);
      if (answer == NEGOTIATE_ACK) {
        int bits = (int) walk.peek(0, Short.BYTES);
        int read =
            pdu.littleEndian() ? bits : Short.toUnsignedInt(Short.reverseBytes((short) bits));
        walk.tree().number(features, read, walk.place(), Short.BYTES);
        walk.skip(Short.BYTES);
      } else if (answer != 0) {
        walk.show(reason, Short.BYTES);
      } else {
        walk.skip(Short.BYTES);
      }
      RpcUuid.show(walk, acceptedId, pdu.littleEndian());
      walk.show(acceptedVersion, Integer.BYTES);
      walk.tree().close();
    }
    auth.trailer(pdu);
  }

  /** bind_nak. C706 12.6.4.5 */
  void refusal(RpcPdu pdu) {
    Walk walk = pdu.walk();
    if (walk.show(refusalReason, Short.BYTES) != VERSION_NOT_SUPPORTED) {
      return;
    }
    int count = (int) walk.show(protocols, 1);
    for (int i = 0; i < count; i++) {
      walk.show(protocolMajor, 1);
      walk.show(protocolMinor, 1);
    }
  }
}
