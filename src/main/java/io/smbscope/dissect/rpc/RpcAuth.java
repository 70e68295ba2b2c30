package io.smbscope.dissect.rpc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.auth.NtlmsspDissector;
import io.smbscope.dissect.auth.SecurityBlob;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/** What authenticates a fragment, at its end. [MS-RPCE] 2.2.2.11 */
final class RpcAuth {
  private static final int TRAILER = 8;
  private static final int SPNEGO = 9;
  private static final int NTLMSSP = 10;
  private static final int KERBEROS = 16;
  private static final int SCHANNEL = 68;
  private static final int PRIVACY = 6;

  /**
   * @param length octets at the end of the fragment that are not stub data; 0 without
   * @param padding octets at the end of the stub data
   * @param privacy the stub data are encrypted
   */
  record Trailer(int length, int padding, boolean privacy) {
    static final Trailer NONE = new Trailer(0, 0, false);
  }

  private final Field info = Fields.named("dcerpc.auth_info");
  private final Field type = Fields.named("dcerpc.auth_type");
  private final Field level = Fields.named("dcerpc.auth_level");
  private final Field padding = Fields.named("dcerpc.auth_pad_len");
  private final Field reserved = Fields.named("dcerpc.auth_rsrvd");
  private final Field contextId = Fields.named("dcerpc.auth_ctx_id");
  private final Field credentials = Fields.named("dcerpc.auth_credentials");
  private final SecurityBlob blob = new SecurityBlob();
  private final NtlmsspDissector ntlmssp = new NtlmsspDissector();

  /** Shows it, if the fragment has one behind where it was read to. */
  Trailer trailer(RpcPdu pdu) {
    Walk walk = pdu.walk();
    int length = pdu.authLength() + TRAILER;
    if (pdu.authLength() == 0 || length > pdu.length() - walk.at()) {
      return Trailer.NONE;
    }
    int at = pdu.length() - length;
    Region region = walk.region();
    if (!region.has(at - 1L, 1)) {
      return Trailer.NONE;
    }
    FrameTree tree = walk.tree();
    tree.open(info, null, region.origin() + at, length);
    int depth = tree.depth();
    Walk own = new Walk(tree, region, pdu.littleEndian());
    own.to(at);
    int[] read = new int[3];
    boolean whole =
        Grammar.read(
            () -> {
              read[0] = (int) own.show(type, 1);
              read[1] = (int) own.show(level, 1);
              read[2] = (int) own.show(padding, 1);
              own.show(reserved, 1);
              own.show(contextId, Integer.BYTES);
              token(pdu, own.take(pdu.authLength()), read[0]);
            });
    tree.depth(depth);
    if (!whole) {
      tree.say("[Malformed: authentication]", 0, 0);
    }
    tree.close();
    return new Trailer(length, read[2], read[0] != 0 && read[1] == PRIVACY);
  }

  /** Wireshark mentions the trailer of a request or response once more, at its end. */
  void again(RpcPdu pdu, Trailer trailer) {
    if (trailer.length() > 0) {
      pdu.tree().value(info, null, pdu.walk().region().origin(), 0);
    }
  }

  private void token(RpcPdu pdu, Region token, int ofType) {
    boolean verifier =
        pdu.type() == RpcPdu.REQUEST || pdu.type() == RpcPdu.RESPONSE || pdu.type() == RpcPdu.FAULT;
    switch (ofType) {
      case NTLMSSP -> {
        if (verifier) {
          ntlmssp.verifier(pdu.dissection(), token);
        } else {
          ntlmssp.dissect(pdu.dissection(), token);
        }
      }
      case SPNEGO, KERBEROS -> {
        if (!verifier) {
          blob.dissect(pdu.dissection(), token);
        } else if (token.has(0, 1) && token.octets().u8(0) == 1) {
          ntlmssp.verifier(pdu.dissection(), token);
        }
      }
      case SCHANNEL -> {}
      default ->
          pdu.tree().value(credentials, token.octets().copy(), token.origin(), token.length());
    }
  }
}
