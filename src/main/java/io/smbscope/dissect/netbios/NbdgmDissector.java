package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/** The NetBIOS datagram service. Fragments are not put together, as in tshark. RFC 1002 4.4 */
public final class NbdgmDissector implements Dissector {
  private final Field protocol = Fields.named("nbdgm");
  private final Field type = Fields.named("nbdgm.type");
  private final Field flags = Fields.named("nbdgm.flags");
  private final Field id = Fields.named("nbdgm.dgram_id");
  private final Field sourceAddress = Fields.named("nbdgm.src.ip");
  private final Field sourcePort = Fields.named("nbdgm.src.port");
  private final Field length = Fields.named("nbdgm.dgram_len");
  private final Field offset = Fields.named("nbdgm.pkt_offset");
  private final Field error = Fields.named("nbdgm.error_code");
  private final Field sourceName = Fields.named("nbdgm.source_name");
  private final Field destinationName = Fields.named("nbdgm.destination_name");
  private final Dissector payload;

  /**
   * @param payload of the datagrams
   */
  public NbdgmDissector(Dissector payload) {
    this.payload = payload;
  }

  @Override
  public void dissect(Dissection dissection, Region region) {
    FrameTree tree = dissection.tree;
    tree.protocol(protocol, "NetBIOS Datagram Service", region.origin(), region.length());
    int depth = tree.depth();
    Walk walk = new Walk(tree, region, false);
    boolean[] datagram = new boolean[1];
    boolean whole = Grammar.read(() -> datagram[0] = packet(walk));
    if (!whole) {
      tree.say("[Malformed: datagram service]", 0, 0);
    }
    tree.depth(depth - 1);
    if (whole && datagram[0]) {
      payload.dissect(dissection, region.from(walk.at()));
    }
  }

  /** Whether user data follows. */
  private boolean packet(Walk walk) {
    int kind = (int) walk.show(type, 1);
    walk.show(flags, 1);
    walk.show(id, Short.BYTES);
    walk.show(sourceAddress, Integer.BYTES);
    walk.show(sourcePort, Short.BYTES);
    switch (kind) {
      case 0x10, 0x11, 0x12 -> {
        walk.show(length, Short.BYTES);
        walk.show(offset, Short.BYTES);
        name(walk, sourceName);
        name(walk, destinationName);
        return true;
      }
      case 0x13 -> walk.show(error, 1);
      case 0x14, 0x15, 0x16 -> name(walk, destinationName);
      default -> {}
    }
    return false;
  }

  /** Shows a name and passes it; pointers in it count from its own beginning, as in tshark. */
  static void name(Walk walk, Field field) {
    EncodedNetbiosName name = EncodedNetbiosName.at(walk.region(), walk.at(), walk.at());
    walk.tree().value(field, name.text(), walk.place(), name.length());
    walk.skip(name.length());
  }
}
