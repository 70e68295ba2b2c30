package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.NbnsPacket;

/** The NetBIOS name service. RFC 1002 4.2 */
public final class NbnsDissector implements Dissector {
  private static final int HEADER = 12;

  private final Field protocol = Fields.named("nbns");
  private final Field name = Fields.named("nbns.name");
  private final Field type = Fields.named("nbns.type");
  private final Field kind = Fields.named("nbns.class");
  private final Field opcode = Fields.named("nbns.flags.opcode");
  private final Field replyCode = Fields.named("nbns.flags.rcode");
  private final NbnsRecord record = new NbnsRecord(name, type, kind);

  @Override
  public void dissect(Dissection dissection, Region region) {
    FrameTree tree = dissection.tree;
    tree.protocol(protocol, "NetBIOS Name Service", region.origin(), region.length());
    int depth = tree.depth();
    NbnsPacket.PacketHeader header = new NbnsPacket.PacketHeader(region.stream());
    if (Grammar.show(tree, region, false, header, header::_read)) {
      summary(tree, header);
      Walk walk = new Walk(tree, region, false);
      walk.to(HEADER);
      if (!Grammar.read(() -> entries(walk, header))) {
        tree.say("[Malformed: name service]", 0, 0);
      }
    }
    tree.depth(depth - 1);
  }

  private void summary(FrameTree tree, NbnsPacket.PacketHeader header) {
    if (tree.wantsLine()) {
      tree.summary("NBNS");
      tree.info(meaning(opcode, header.opcode()));
      if (header.response()) {
        tree.info(" response");
        tree.info(header.rcode() == 0 ? "" : ", " + meaning(replyCode, header.rcode()));
      }
    }
  }

  private static String meaning(Field field, long number) {
    return field.values().getOrDefault(number, "Unknown (" + number + ")");
  }

  /** Each takes octets, so the counts need no bound. */
  private void entries(Walk walk, NbnsPacket.PacketHeader header) {
    for (int i = 0; i < header.numQuestions(); i++) {
      question(walk);
    }
    int records = header.numAnswers() + header.numAuthorities() + header.numAdditionals();
    for (int i = 0; i < records; i++) {
      record.show(walk, header.opcode(), i < header.numAnswers());
    }
  }

  private void question(Walk walk) {
    EncodedNetbiosName asked = EncodedNetbiosName.at(walk.region(), walk.at(), 0);
    int length = asked.length();
    walk.peek(length, Integer.BYTES);
    FrameTree tree = walk.tree();
    tree.open(asked.text(), walk.place(), length + Integer.BYTES);
    tree.value(name, asked.text(), walk.place(), length);
    walk.skip(length);
    if (tree.wantsLine()) {
      tree.info(" " + meaning(type, walk.peek(0, Short.BYTES)) + " " + asked.text());
    }
    walk.show(type, Short.BYTES);
    walk.show(kind, Short.BYTES);
    tree.close();
  }
}
