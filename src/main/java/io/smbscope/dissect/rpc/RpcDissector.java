package io.smbscope.dissect.rpc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/** Connection-oriented PDUs of DCE/RPC. C706 12.6, [MS-RPCE] 2.2.2 */
final class RpcDissector {
  private static final int HEADER = 16;
  private static final int VERSION = 5;
  private static final int LAST_TYPE = 20;
  private static final int LITTLE_ENDIAN = 0x10;
  private static final int PADDING = 4;

  /**
   * A fragment of which the rest is to come.
   *
   * @param at its first octet
   * @param needed octets it has
   */
  record Begun(int at, int needed) {}

  private final Field protocol = Fields.named("dcerpc");
  private final Field version = Fields.named("dcerpc.ver");
  private final Field minorVersion = Fields.named("dcerpc.ver_minor");
  private final Field type = Fields.named("dcerpc.pkt_type");
  private final Field flags = Fields.named("dcerpc.cn_flags");
  private final Field representation = Fields.named("dcerpc.drep");
  private final Field byteOrder = Fields.named("dcerpc.drep.byteorder");
  private final Field characters = Fields.named("dcerpc.drep.character");
  private final Field floats = Fields.named("dcerpc.drep.fp");
  private final Field fragmentLength = Fields.named("dcerpc.cn_frag_len");
  private final Field authLength = Fields.named("dcerpc.cn_auth_len");
  private final Field callId = Fields.named("dcerpc.cn_call_id");
  private final Field rest = Fields.named("dcerpc.cn_deseg_req");
  private final RpcAuth auth = new RpcAuth();
  private final RpcBind bind = new RpcBind(auth);
  private final RpcMessage message = new RpcMessage(auth);

  /**
   * Dissects the PDUs that are there.
   *
   * @param canWait the rest of a fragment may come later; else what is there is dissected
   * @return the fragment at the end of which only the beginning is there, or null
   */
  Begun dissect(Dissection dissection, Region region, RpcPipe pipe, boolean canWait) {
    int at = 0;
    while (true) {
      at += padding(region, at);
      if (!begins(region, at)) {
        return null;
      }
      int length = length(region, at);
      int left = region.length() - at;
      if (canWait && !region.has(at, length)) {
        dissection.tree.number(rest, left, region.origin() + at, left);
        return new Begun(at, length);
      }
      if (length < HEADER) {
        return null;
      }
      pdu(dissection, region.part(at, length), pipe);
      at += length;
    }
  }

  /** Four zeros, which NetBIOS puts before requests. */
  private static int padding(Region region, int at) {
    return region.has(at, PADDING) && region.octets().u32le(at) == 0 ? PADDING : 0;
  }

  /** Looks like a PDU. */
  static boolean begins(Region region, int at) {
    return region.has(at, HEADER)
        && region.octets().u8(at) == VERSION
        && region.octets().u8(at + 1) <= 1
        && region.octets().u8(at + 2) <= LAST_TYPE;
  }

  /** Octets of the fragment that begins there. */
  static int length(Region region, int at) {
    Bytes octets = region.octets();
    return (octets.u8(at + 4) & LITTLE_ENDIAN) != 0 ? octets.u16le(at + 8) : octets.u16be(at + 8);
  }

  /** A fragment, as far as it is there, which {@link #begins}. */
  void pdu(Dissection dissection, Region region, RpcPipe pipe) {
    FrameTree tree = dissection.tree;
    tree.protocol(
        protocol,
        "Distributed Computing Environment / Remote Procedure Call (DCE/RPC)",
        region.origin(),
        region.length());
    int depth = tree.depth();
    boolean littleEndian = (region.octets().u8(4) & LITTLE_ENDIAN) != 0;
    Walk walk = new Walk(tree, region, littleEndian);
    RpcPdu pdu = header(dissection, walk, pipe, littleEndian);
    if (!Grammar.read(() -> body(pdu))) {
      tree.depth(depth);
      tree.say("[Malformed: DCE/RPC]", 0, 0);
    }
    tree.depth(depth - 1);
  }

  private RpcPdu header(Dissection dissection, Walk walk, RpcPipe pipe, boolean littleEndian) {
    walk.show(version, 1);
    walk.show(minorVersion, 1);
    int ofType = (int) walk.show(type, 1);
    int bits = (int) walk.show(flags, 1);
    FrameTree tree = walk.tree();
    int first = (int) walk.peek(0, 1);
    int second = (int) walk.peek(1, 1);
    walk.open(representation, PADDING, false);
    int place = walk.place() - PADDING;
    tree.number(byteOrder, first >> 4, place, 1);
    tree.number(characters, first & 0xF, place, 1);
    tree.number(floats, second, place + 1, 1);
    tree.close();
    int length = (int) walk.show(fragmentLength, Short.BYTES);
    int octetsOfAuth = (int) walk.show(authLength, Short.BYTES);
    long call = walk.show(callId, Integer.BYTES);
    return new RpcPdu(
        dissection, walk, pipe, littleEndian, ofType, bits, length, octetsOfAuth, call);
  }

  private void body(RpcPdu pdu) {
    switch (pdu.type()) {
      case RpcPdu.BIND, RpcPdu.ALTER_CONTEXT -> bind.request(pdu);
      case RpcPdu.BIND_ACK, RpcPdu.ALTER_CONTEXT_RESPONSE -> bind.response(pdu);
      case RpcPdu.BIND_NAK -> bind.refusal(pdu);
      case RpcPdu.REQUEST -> message.request(pdu);
      case RpcPdu.RESPONSE -> message.response(pdu);
      case RpcPdu.FAULT -> message.fault(pdu);
      case RpcPdu.SHUTDOWN, RpcPdu.RTS -> {}
      default -> auth.trailer(pdu);
    }
  }
}
