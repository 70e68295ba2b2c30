package io.smbscope.netbios;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.base.Bytes;
import io.smbscope.grammar.NbnsPacket;
import io.smbscope.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Name-service packets, entry by entry, so that a fault loses only what lies behind it. */
final class NbnsDecoder {
  /** Of questions or of records; honest packets have one or two. */
  private static final int ENTRIES = 256;

  private static final int NO_UNIT_ID = -1;

  private final Bytes packet;
  private final KaitaiStream stream;
  private final List<NbnsMessage.Question> questions = new ArrayList<>(1);
  private final List<NbnsMessage.ResourceRecord> records = new ArrayList<>(1);

  private NbnsDecoder(Bytes packet) {
    this.packet = packet;
    this.stream = new ByteBufferKaitaiStream(packet.toByteBuffer());
  }

  /**
   * Decodes one packet.
   *
   * @param malformed told, in a sentence, what is wrong; at most once
   * @return what was read; empty when not even the header is there
   */
  static Optional<NbnsMessage> decode(Bytes packet, Consumer<String> malformed) {
    return new NbnsDecoder(packet).decode(malformed);
  }

  private Optional<NbnsMessage> decode(Consumer<String> malformed) {
    NbnsPacket.PacketHeader header;
    try {
      header = new NbnsPacket.PacketHeader(stream);
    } catch (RuntimeException e) {
      malformed.accept("packet of " + packet.length() + " octets: " + Malformed.reason(e));
      return Optional.empty();
    }
    try {
      for (int i = 0; i < bounded(header.numQuestions()); i++) {
        questions.add(question(new NbnsPacket.Question(stream)));
      }
      int answers = header.numAnswers();
      int authorities = header.numAuthorities();
      int all = answers + authorities + header.numAdditionals();
      for (int i = 0; i < bounded(all); i++) {
        int section = i < answers ? 0 : i < answers + authorities ? 1 : 2;
        records.add(record(section, new NbnsPacket.ResourceRecord(stream)));
      }
    } catch (RuntimeException e) {
      malformed.accept(
          "behind "
              + questions.size()
              + " questions and "
              + records.size()
              + " records: "
              + Malformed.reason(e));
    }
    return Optional.of(
        new NbnsMessage(
            header.nameTrnId(),
            header.response(),
            header.opcode(),
            header.nmFlags(),
            header.rcode(),
            List.copyOf(questions),
            List.copyOf(records)));
  }

  private static int bounded(int count) {
    if (count > ENTRIES) {
      throw new IllegalArgumentException(count + " entries");
    }
    return count;
  }

  private NbnsMessage.Question question(NbnsPacket.Question question) {
    return new NbnsMessage.Question(
        EncodedName.decode(question.name(), packet),
        question.questionType(),
        question.questionClass());
  }

  private NbnsMessage.ResourceRecord record(int section, NbnsPacket.ResourceRecord record) {
    NetbiosName name = EncodedName.decode(record.name(), packet);
    List<NbnsMessage.Address> addresses = List.of();
    List<NbnsMessage.NodeName> nodeNames = List.of();
    long unitId = NO_UNIT_ID;
    KaitaiStruct rdata = record.rdata() instanceof KaitaiStruct typed ? typed : null;
    if (rdata instanceof NbnsPacket.NbAddresses nb) {
      addresses = nb.addresses().stream().map(NbnsDecoder::address).toList();
    } else if (rdata instanceof NbnsPacket.IpAddress a && a.address() != null) {
      IpAddress ip = IpAddress.ofIpv4(a.address().intValue());
      addresses = List.of(new NbnsMessage.Address(false, 0, ip));
    } else if (rdata instanceof NbnsPacket.NodeStatus status) {
      nodeNames = status.nodeNames().stream().map(node -> nodeName(node, name.scope())).toList();
      unitId = unitId(status.unitId());
    }
    return new NbnsMessage.ResourceRecord(
        section,
        name,
        record.rrType(),
        record.rrClass(),
        record.ttl(),
        addresses,
        nodeNames,
        unitId);
  }

  private static NbnsMessage.Address address(NbnsPacket.NbAddress entry) {
    return new NbnsMessage.Address(
        entry.group(), entry.ownerNodeType(), IpAddress.ofIpv4((int) entry.address()));
  }

  private static NbnsMessage.NodeName nodeName(NbnsPacket.NodeName node, String scope) {
    return new NbnsMessage.NodeName(
        EncodedName.plain(node.name(), node.suffix(), scope), node.nameFlags());
  }

  private static long unitId(byte[] octets) {
    if (octets == null) {
      return NO_UNIT_ID;
    }
    long id = 0;
    for (byte octet : octets) {
      id = (id << 8) | (octet & 0xFF);
    }
    return id;
  }
}
