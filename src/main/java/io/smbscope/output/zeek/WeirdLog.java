package io.smbscope.output.zeek;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code weird.log}: what is malformed, lost or over a limit, by Zeek's name where it has one. Of
 * each kind in a connection, the first {@value #THRESHOLD} have a row and then every {@value
 * #RATE}th, as Zeek's sampling does.
 */
final class WeirdLog implements EventLog {
  private static final int THRESHOLD = 25;
  private static final int RATE = 1_000;
  private static final Long NO_FLOW = 0L;
  private static final String UDP_SECTION = "RFC 768";
  private static final String TCP_SECTION = "RFC 9293 3.1";

  private final ZeekLog log;
  private final ZeekIds ids;

  /** How many of each kind, by id of the flow; freed at its end. */
  private final Map<Long, Map<AnomalyKind, Long>> counts = new HashMap<>();

  WeirdLog(ZeekForm form, ZeekIds ids) {
    this.log =
        new ZeekLog(
            form,
            "weird",
            Column.ofConnection(
                "name", "string",
                "addl", "string",
                "notice", "bool",
                "peer", "string",
                "source", "string"));
    this.ids = ids;
  }

  @Override
  public ZeekLog file() {
    return log;
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof AnomalyEvent anomaly) {
      FlowKey flow = anomaly.flow();
      if (isSampled(flow == null ? NO_FLOW : Long.valueOf(flow.id()), anomaly.anomaly().kind())) {
        write(anomaly.anomaly(), flow);
      }
    } else if (event instanceof FlowEvent flow) {
      counts.remove(flow.flow().id());
    }
  }

  private boolean isSampled(Long flow, AnomalyKind kind) {
    Map<AnomalyKind, Long> seen = counts.get(flow);
    if (seen == null) {
      seen = new EnumMap<>(AnomalyKind.class);
      counts.put(flow, seen);
    }
    long count = seen.merge(kind, 1L, Long::sum);
    return count <= THRESHOLD || (count - THRESHOLD) % RATE == 0;
  }

  private void write(Anomaly anomaly, FlowKey flow) throws IOException {
    log.row(anomaly.at()).time(anomaly.at());
    if (flow == null) {
      log.unset().unset().unset().unset().unset();
    } else {
      log.connection(ids.uid(flow), flow);
    }
    String section = anomaly.section();
    log.text(name(anomaly));
    log.text(section.isEmpty() ? anomaly.detail() : section + ": " + anomaly.detail());
    log.bool(false).text("smbscope").text(source(anomaly.kind())).end();
  }

  private static String name(Anomaly anomaly) {
    return switch (anomaly.kind()) {
      case FRAGMENT_OVERLAP -> "fragment_overlap";
      case MALFORMED_PACKET ->
          switch (anomaly.section()) {
            case TCP_SECTION -> "bad_TCP_header_len";
            case UDP_SECTION -> "UDP_datagram_length_mismatch";
            default -> "malformed_packet";
          };
      case MALFORMED_SMB1, MALFORMED_SMB2 -> "SMB_parsing_error";
      default -> anomaly.kind().label().replace('-', '_');
    };
  }

  /** The analyzer, by Zeek's name. */
  private static String source(AnomalyKind kind) {
    return switch (kind) {
      case TRUNCATED_PACKET,
          MALFORMED_PACKET,
          UNKNOWN_LINK_TYPE,
          FRAGMENT_OVERLAP,
          FRAGMENT_INCOMPLETE ->
          "IP";
      case TCP_OVERLAP_CONFLICT, TCP_GAP -> "TCP";
      case FRAMING_LOST, FRAMING_RECOVERED, MALFORMED_NBSS -> "NETBIOSSSN";
      case MALFORMED_NBNS -> "DNS";
      case MALFORMED_DCERPC -> "DCE_RPC";
      case MALFORMED_SPNEGO -> "GSSAPI";
      case MALFORMED_NTLMSSP -> "NTLM";
      case MALFORMED_KERBEROS -> "KRB";
      case MALFORMED_SMB1,
          MALFORMED_SMB2,
          MALFORMED_TRANSFORM,
          MALFORMED_COMPRESSION,
          UNEXPECTED_MESSAGE ->
          "SMB";
      default -> null;
    };
  }
}
