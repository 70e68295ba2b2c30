package io.smbscope.dissect.rpc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/**
 * What a client says again behind a request's arguments, to be protected with them. [MS-RPCE]
 * 2.2.2.13
 */
final class VerificationTrailer {
  private static final byte[] SIGNATURE = {
    (byte) 0x8a, (byte) 0xe3, 0x13, 0x71, 0x02, (byte) 0xf4, 0x36, 0x71
  };
  private static final int SEARCHED = 512;
  private static final int BITMASK = 1;
  private static final int CONTEXT = 2;
  private static final int HEADER2 = 3;
  private static final int END = 0x4000;
  private static final int COMMAND = 0x3FFF;

  private final Field signature = Fields.named("dcerpc.rpc_sec_vt.signature");
  private final Field command = Fields.named("dcerpc.rpc_sec_vt.command");
  private final Field length = Fields.named("dcerpc.rpc_sec_vt.command.length");
  private final Field bitmask = Fields.named("dcerpc.rpc_sec_vt.bitmask");
  private final Field uuid = Fields.named("dcerpc.rpc_sec_vt.pcontext.interface.uuid");
  private final Field version = Fields.named("dcerpc.rpc_sec_vt.pcontext.interface.ver");
  private final Field packetType = Fields.named("dcerpc.pkt_type");
  private final Field reserved = Fields.named("dcerpc.reserved");
  private final Field callId = Fields.named("dcerpc.cn_call_id");
  private final Field contextId = Fields.named("dcerpc.cn_ctx_id");
  private final Field opnum = Fields.named("dcerpc.opnum");
  private final Field unknown = Fields.named("dcerpc.unknown");
  private final Field misaligned = Fields.named("dcerpc.missalign");

  /** Shows it and what is before it; returns where it begins, or a negative number without one. */
  int show(FrameTree tree, Region arguments, Field payload) {
    int at = find(arguments);
    if (at < 0) {
      return at;
    }
    tree.value(payload, null, arguments.origin(), at);
    Walk walk = new Walk(tree, arguments, true);
    walk.to(at);
    tree.open("Verification Trailer", walk.place(), walk.left());
    int depth = tree.depth();
    boolean whole = Grammar.read(() -> trailer(walk));
    tree.depth(depth);
    tree.close();
    return whole ? at : -1;
  }

  private static int find(Region arguments) {
    int end = arguments.octets().length() - SIGNATURE.length;
    for (int at = Math.max(0, end + SIGNATURE.length - SEARCHED); at <= end; at++) {
      int same = 0;
      while (same < SIGNATURE.length
          && (byte) arguments.octets().u8(at + same) == SIGNATURE[same]) {
        same++;
      }
      if (same == SIGNATURE.length) {
        return at;
      }
    }
    return -1;
  }

  private void trailer(Walk walk) {
    walk.show(signature, SIGNATURE.length);
    int bits = 0;
    while ((bits & END) == 0 && walk.left() >= Integer.BYTES) {
      walk.tree().open("Command", walk.place(), Integer.BYTES);
      bits = (int) walk.show(command, Short.BYTES);
      int octets = (int) walk.show(length, Short.BYTES);
      Walk content = new Walk(walk.tree(), walk.region().part(walk.at(), octets), true);
      walk.peek(octets == 0 ? -1 : octets - 1, 1);
      switch (bits & COMMAND) {
        case BITMASK -> content.show(bitmask, Integer.BYTES);
        case CONTEXT -> context(content);
        case HEADER2 -> header(content);
        default -> content.show(unknown, octets);
      }
      walk.skip(octets);
      if (octets % 2 != 0) {
        walk.show(misaligned, 1);
      }
      walk.tree().close();
    }
  }

  private void context(Walk content) {
    for (int i = 0; i < 2; i++) {
      RpcUuid.show(content, uuid, true);
      content.show(version, Integer.BYTES);
    }
  }

  private void header(Walk content) {
    content.show(packetType, 1);
    content.show(reserved, 1);
    content.show(reserved, Short.BYTES);
    content.skip(Integer.BYTES);
    content.show(callId, Integer.BYTES);
    content.show(contextId, Short.BYTES);
    content.show(opnum, Short.BYTES);
  }
}
