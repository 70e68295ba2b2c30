package io.smbscope.dissect.rpc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Region;

/** What is written to and read from a named pipe: DCE/RPC, when it is. [MS-RPCE] 2.1.1.2 */
public final class PipeData {
  private final RpcDissector rpc = new RpcDissector();

  /**
   * Shows the PDUs that end in it.
   *
   * @param pipe what its pieces have in common: equal for the same open of a connection
   * @param toServer written by the client; else read by it
   */
  public void dissect(Dissection dissection, Region region, Object pipe, boolean toServer) {
    if (region.octets().isEmpty()) {
      return;
    }
    RpcPipe state = dissection.conversation.state(RpcPipes.class, RpcPipes::new).of(pipe);
    boolean whole = region.octets().length() == region.length();
    RpcPipe.Side side = state.side(toServer);
    Region pdus = region;
    if (side.holds()) {
      if (!side.append(region.octets())) {
        return;
      }
      Bytes held = side.take();
      pdus = new Region(held, 0);
    }
    RpcDissector.Begun begun = rpc.dissect(dissection, pdus, state, whole);
    if (begun != null) {
      side.hold(pdus.octets().from(begun.at()), begun.needed());
    }
  }
}
