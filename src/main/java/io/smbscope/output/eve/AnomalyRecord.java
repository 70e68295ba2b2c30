package io.smbscope.output.eve;

import io.smbscope.base.Anomaly;
import java.io.IOException;

/** The {@code anomaly} event: Suricata's name for it where one fits, what it was beside it. */
final class AnomalyRecord {
  private static final String MALFORMED = "malformed_data";

  private AnomalyRecord() {}

  /** Suricata's three kinds. */
  private enum Type {
    DECODE("decode", "decoder."),
    STREAM("stream", "stream."),
    APPLAYER("applayer", "");

    final String label;
    final String prefix;

    Type(String label, String prefix) {
      this.label = label;
      this.prefix = prefix;
    }
  }

  /**
   * @param flow it belongs to, or null
   */
  static void write(EveLine line, Anomaly anomaly, EveFlow flow) throws IOException {
    if (flow == null) {
      line.begin(anomaly.at(), EventType.ANOMALY);
    } else {
      line.begin(anomaly.at(), flow, EventType.ANOMALY);
    }
    Type type = type(anomaly);
    line.object("anomaly");
    if (type == Type.APPLAYER) {
      line.text("app_proto", protocol(anomaly));
    }
    line.text("type", type.label);
    line.text("event", type.prefix + event(anomaly));
    if (type == Type.APPLAYER) {
      line.text("layer", "proto_parser");
    }
    line.endObject();
    line.own();
    line.text("kind", anomaly.kind().label());
    line.text("section", anomaly.section().isEmpty() ? null : anomaly.section());
    line.text("detail", anomaly.detail());
    line.endOwn();
    line.end(flow);
  }

  private static Type type(Anomaly anomaly) {
    return switch (anomaly.kind()) {
      case TRUNCATED_PACKET,
          MALFORMED_PACKET,
          UNKNOWN_LINK_TYPE,
          FRAGMENT_OVERLAP,
          FRAGMENT_INCOMPLETE ->
          Type.DECODE;
      case TCP_OVERLAP_CONFLICT, TCP_GAP -> Type.STREAM;
      default -> Type.APPLAYER;
    };
  }

  private static String protocol(Anomaly anomaly) {
    return switch (anomaly.kind()) {
      case MALFORMED_NBNS -> "nbns";
      case MALFORMED_DATAGRAM, MALFORMED_BROWSER -> "nbdgm";
      default -> "smb";
    };
  }

  private static String event(Anomaly anomaly) {
    return switch (anomaly.kind()) {
      case TRUNCATED_PACKET -> "ipv4.trunc_pkt";
      case MALFORMED_PACKET -> "ipv4.pkt_too_small";
      case UNKNOWN_LINK_TYPE -> "ltnull.unsupported_type";
      case FRAGMENT_OVERLAP -> "ipv4.frag_overlap";
      case FRAGMENT_INCOMPLETE -> "ipv4.frag_ignored";
      case TCP_OVERLAP_CONFLICT -> "reassembly_overlap_different_data";
      case TCP_GAP -> "reassembly_seq_gap";
      case LIMIT_REACHED -> "too_many_transactions";
      case MALFORMED_NTLMSSP -> "malformed_ntlmssp_request";
      default -> MALFORMED;
    };
  }
}
