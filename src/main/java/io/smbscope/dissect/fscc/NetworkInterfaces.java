package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccControl;

/** The network interfaces of a server. [MS-SMB2] 2.2.32.5 */
final class NetworkInterfaces {
  private final Structure<FsccControl.NetworkInterface> networkInterface =
      Structure.of(FsccControl.NetworkInterface::new, FsccControl.NetworkInterface::_read);
  private final SocketAddress address = new SocketAddress();

  void show(FrameTree tree, Region region) {
    Chain.walk(region, -1, entry -> one(tree, entry));
  }

  private boolean one(FrameTree tree, Region region) {
    tree.open("Network Interface", region.origin(), region.length());
    FsccControl.NetworkInterface shown = networkInterface.show(tree, region);
    boolean whole = shown != null && address.show(tree, region.from(shown._io().pos())) >= 0;
    tree.close();
    return whole;
  }
}
