package io.smbscope.dissect.rpc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.StreamDissector;
import io.smbscope.dissect.auth.TokensElsewhere;
import io.smbscope.dissect.field.Fields;
import java.util.List;

/** DCE/RPC over TCP without SMB, which is known by its look on whatever port. [MS-RPCE] 2.1.1.1 */
public final class RpcStream implements StreamDissector {
  private static final int HEADER = 16;
  private static final int MOST_FLOAT = 3;
  private static final int NO_REPRESENTATION = 0xEE;
  private static final String PIPE = "";
  private static final List<String> PROTOCOLS = List.of("dcerpc", "ntlmssp", "spnego", "kerberos");

  private final RpcDissector rpc = new RpcDissector();
  private final TokensElsewhere tokens = new TokensElsewhere();

  /** Whether anything is wanted that calls have. */
  public static boolean anyWanted(FrameTree tree) {
    if (tree.whole()) {
      return true;
    }
    for (String name : Fields.all().names()) {
      int dot = name.indexOf('.');
      boolean ofCalls = PROTOCOLS.contains(dot < 0 ? name : name.substring(0, dot));
      if ((ofCalls || name.endsWith(".opnum")) && tree.wants(Fields.named(name))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Begun dissect(Dissection dissection, Region region, boolean reassembled, boolean canWait) {
    if (!begins(region)) {
      tokens.dissect(dissection, region);
      return null;
    }
    RpcPipe state = dissection.conversation.state(RpcPipes.class, RpcPipes::new).of(PIPE);
    int at = 0;
    while (at < region.length()) {
      int left = region.length() - at;
      if (!region.has(at, HEADER)) {
        return canWait ? new Begun(at, left + 1) : null;
      }
      int length = RpcDissector.length(region, at);
      if (length < HEADER) {
        return null;
      }
      if (length > left && canWait) {
        return new Begun(at, length);
      }
      if (RpcDissector.begins(region, at)) {
        rpc.pdu(dissection, region.part(at, length), state);
      }
      at += length;
    }
    return null;
  }

  private static boolean begins(Region region) {
    if (!RpcDissector.begins(region, 0)) {
      return false;
    }
    Bytes octets = region.octets();
    return (octets.u8(4) & NO_REPRESENTATION) == 0
        && octets.u8(5) <= MOST_FLOAT
        && RpcDissector.length(region, 0) >= HEADER;
  }
}
