package io.smbscope.dissect.rpc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Region;

/** What is written to and read from a named pipe: DCE/RPC, when it is. [MS-RPCE] 2.1.1.2 */
public final class PipeData {
  /**
   * @param pipe what its pieces have in common: equal for the same open of a connection
   * @param toServer written by the client; else read by it
   */
  public void dissect(Dissection dissection, Region region, Object pipe, boolean toServer) {}
}
