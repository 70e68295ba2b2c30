package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccControl;

/** An address of IPv4 or IPv6, as Windows keeps it. [MS-SMB2] 2.2.32.5.1 */
public final class SocketAddress {
  private final Structure<FsccControl.SocketAddress> address =
      Structure.of(FsccControl.SocketAddress::new, FsccControl.SocketAddress::_read);

  /** Where it ends, as far as it was shown; -1 when it is not there wholly. */
  public int show(FrameTree tree, Region region) {
    tree.open("Socket Address", region.origin(), region.length());
    FsccControl.SocketAddress shown = address.show(tree, region);
    tree.close();
    return shown == null ? -1 : shown._io().pos();
  }
}
