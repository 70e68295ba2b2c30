package io.smbscope.dissect.netbios;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.NbnsPacket;
import io.smbscope.net.IpAddress;

/** A resource record of the name service. RFC 1002 4.2.1.3 */
final class NbnsRecord {
  private static final int NB = 0x20;
  private static final int NBSTAT = 0x21;
  private static final int WACK = 7;
  private static final int NAME = 16;

  /** Type, class, time to live and length. */
  private static final int FIXED = 10;

  private final Field name;
  private final Field type;
  private final Field kind;
  private final Field ttl = Fields.named("nbns.ttl");
  private final Field length = Fields.named("nbns.data_length");
  private final Field data = Fields.named("nbns.data");
  private final Field names = Fields.named("nbns.number_of_names");
  private final Field nodeName = Fields.named("nbns.netbios_name");
  private final Field nameFlags = Fields.named("nbns.name_flags");

  NbnsRecord(Field name, Field type, Field kind) {
    this.name = name;
    this.type = type;
    this.kind = kind;
  }

  /**
   * Shows the record that begins here.
   *
   * @param answer what the frame's one line tells of
   */
  void show(Walk walk, int opcode, boolean answer) {
    EncodedNetbiosName owner = EncodedNetbiosName.at(walk.region(), walk.at(), 0);
    int fixed = owner.length();
    int ofType = (int) walk.peek(fixed, Short.BYTES);
    int octets = (int) walk.peek(fixed + FIXED - Short.BYTES, Short.BYTES);
    FrameTree tree = walk.tree();
    tree.open(owner.text(), walk.place(), fixed + FIXED + octets);
    tree.value(name, ofType == NB ? owner.described() : owner.text(), walk.place(), fixed);
    walk.skip(fixed);
    boolean told = answer && tree.wantsLine();
    if (told) {
      tree.info(" " + type.values().getOrDefault((long) ofType, "Unknown (" + ofType + ")"));
    }
    walk.show(type, Short.BYTES);
    walk.show(kind, Short.BYTES);
    walk.show(ttl, Integer.BYTES);
    walk.show(length, Short.BYTES);
    switch (ofType) {
      case NB -> addresses(walk, octets, opcode == WACK, told);
      case NBSTAT -> nodeStatus(walk, octets, fixed);
      default -> walk.show(data, octets);
    }
    tree.close();
  }

  private void addresses(Walk walk, int octets, boolean wack, boolean told) {
    int step = wack ? Short.BYTES : Short.BYTES + Integer.BYTES;
    for (int left = octets; left > 0; left -= step) {
      Region entry = walk.take(Math.min(step, left));
      boolean whole;
      if (wack && entry.has(0, 1) && (entry.octets().u8(0) & 0x80) != 0) {
        NbnsPacket.WackOfResponse flags = new NbnsPacket.WackOfResponse(entry.stream());
        whole = Grammar.show(walk.tree(), entry, false, flags, flags::_read);
      } else if (wack) {
        NbnsPacket.Wack flags = new NbnsPacket.Wack(entry.stream());
        whole = Grammar.show(walk.tree(), entry, false, flags, flags::_read);
      } else {
        NbnsPacket.NbAddress address = new NbnsPacket.NbAddress(entry.stream());
        whole = Grammar.show(walk.tree(), entry, false, address, address::_read);
        if (whole && told) {
          int ip = (int) entry.octets().u32be(Short.BYTES);
          walk.tree().info(" " + IpAddress.ofIpv4(ip));
        }
      }
      if (!whole) {
        return;
      }
    }
  }

  /**
   * @param octets of the record's data; Wireshark does not count the number of names among them
   * @param room octets of the record's name, to which Wireshark cuts the node's names
   */
  private void nodeStatus(Walk walk, int octets, int room) {
    if (octets == 0) {
      return;
    }
    int left = octets;
    long count = walk.show(names, 1);
    for (long i = 0; i < count; i++) {
      if (left < NAME + Short.BYTES) {
        if (left >= NAME) {
          node(walk, room);
        }
        return;
      }
      node(walk, room);
      walk.show(nameFlags, Short.BYTES);
      left -= NAME + Short.BYTES;
    }
    Region rest = walk.take(left);
    NbnsPacket.NodeStatistics statistics = new NbnsPacket.NodeStatistics(rest.stream());
    Grammar.show(walk.tree(), rest, false, statistics, statistics::_read);
  }

  private void node(Walk walk, int room) {
    walk.peek(NAME - 1, 1);
    int place = walk.place();
    byte[] octets = walk.take(NAME).octets().copy();
    walk.tree().value(nodeName, EncodedNetbiosName.printable(octets, room), place, NAME);
  }
}
