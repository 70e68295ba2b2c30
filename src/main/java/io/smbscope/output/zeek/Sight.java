package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.event.FlowKey;

/** What Zeek gets to see of the messages that carry logons and calls. */
interface Sight {
  /** All there is. */
  Sight FULL =
      new Sight() {
        @Override
        public boolean sees(FlowKey flow, boolean fromClient, Stamp at) {
          return true;
        }

        @Override
        public boolean isPipeTree(FlowKey flow, long treeId) {
          return true;
        }
      };

  /** False when the message of that direction, which ended in that packet, is lost. */
  boolean sees(FlowKey flow, boolean fromClient, Stamp at);

  /** What is written to and read from files of that tree is handed on as DCE/RPC. */
  boolean isPipeTree(FlowKey flow, long treeId);
}
