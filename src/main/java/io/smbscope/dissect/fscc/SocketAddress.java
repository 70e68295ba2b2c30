package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccControl;

/** An address of IPv4 or IPv6, as Windows keeps it. [MS-SMB2] 2.2.32.5.1 */
final class SocketAddress {
  private static final int IPV4 = 2;
  private static final int IPV4_SIZE = 8;
  private static final int IPV6 = 0x17;
  private static final int IPV6_SIZE = 26;

  private final Structure<FsccControl.SocketAddress> address =
      Structure.of(FsccControl.SocketAddress::new, FsccControl.SocketAddress::_read);

  /** Where it ends, as far as it was shown; -1 when it is not there wholly. */
  int show(FrameTree tree, Region region) {
    if (!region.has(0, 2) || !region.has(0, size(region.octets().u16le(0)))) {
      return -1;
    }
    tree.open("Socket Address", region.origin(), region.length());
    FsccControl.SocketAddress shown = address.show(tree, region);
    tree.close();
    return shown == null ? -1 : shown._io().pos();
  }

  private static int size(int family) {
    return switch (family) {
      case IPV4 -> IPV4_SIZE;
      case IPV6 -> IPV6_SIZE;
      default -> 2;
    };
  }
}
