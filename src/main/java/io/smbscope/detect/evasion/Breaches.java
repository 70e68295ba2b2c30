package io.smbscope.detect.evasion;

import io.smbscope.base.Anomaly;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import java.util.List;
import java.util.Map;

/** Anomalies that no client or server makes by itself. */
public final class Breaches implements Detection {
  private static final Rule OVERLAP =
      Rule.of(
          "tcp-overlap",
          "Octets sent again with other values",
          Severity.HIGH,
          Confidence.HIGH,
          "",
          "A TCP segment repeats a range of the stream with other octets, so that receivers and"
              + " observers may see different streams.",
          "Take the host's traffic apart: networks lose octets, they do not change them.");

  private static final Rule LENGTH =
      Rule.of(
          "nbss-length-lie",
          "Lengths that do not fit the message",
          Severity.HIGH,
          Confidence.MEDIUM,
          "",
          "A length within an SMB message leads out of its frame, or a frame is not what its header"
              + " says.",
          "Look at the packet: exploits, fuzzers and broken clients send such.");

  private static final Rule DIRECTION =
      Rule.of(
          "direction-flip",
          "Message in the wrong direction",
          Severity.MEDIUM,
          Confidence.HIGH,
          "",
          "The client sends a response, or the server a request.",
          "Look at the packet: it is forged, or the host that connected is the server.");

  private static final Rule SIZE =
      Rule.of(
          "oversize-io",
          "READ or WRITE larger than agreed",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1499",
          "A READ or WRITE asks for more than MaxReadSize or MaxWriteSize of NEGOTIATE.",
          "See which program the client runs.");

  private static final Rule MANY =
      Rule.of(
          "too-many-tx",
          "Too many requests at once",
          Severity.MEDIUM,
          Confidence.MEDIUM,
          "T1499",
          "More than 1024 requests of one connection wait for their responses.",
          "See which program the client runs, and whether the server still answers others.");

  private static final Rule MESSAGE_ID =
      Rule.of(
          "messageid-abuse",
          "MessageIds that are not granted, or used twice",
          Severity.MEDIUM,
          Confidence.MEDIUM,
          "",
          "A request repeats a MessageId or goes beyond the credits, or a response has no request.",
          "Look at the packet: it is forged, or the program is no ordinary client or server.");

  private static final Rule HIJACK =
      Rule.of(
          "session-hijack",
          "Session used from a connection that is not its own",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1550",
          "The server answers a request with a SessionId that was neither set up on this connection"
              + " nor bound to it.",
          "Find out which hosts share the session, and end it on the server.");

  /** By the section that an unexpected message is in breach of. */
  private static final Map<String, Rule> BY_SECTION =
      Map.of(
          "MS-SMB2 2.2.1", DIRECTION,
          "MS-SMB2 3.3.5.12", SIZE,
          "MS-SMB2 3.3.5.13", SIZE,
          "MS-SMB2 3.3.1.2", MANY,
          "MS-SMB2 3.3.5.2.3", MESSAGE_ID,
          "MS-SMB2 3.2.5.1.2", MESSAGE_ID,
          "MS-SMB2 3.3.5.2.9", HIJACK);

  private final Findings findings;

  public Breaches(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(OVERLAP, LENGTH, DIRECTION, SIZE, MANY, MESSAGE_ID, HIJACK);
  }

  @Override
  public void listen(Listeners on) {
    on.anomaly(this::anomaly);
  }

  private void anomaly(AnomalyEvent event) {
    Anomaly anomaly = event.anomaly();
    FlowKey flow = event.flow();
    Rule rule = flow == null ? null : rule(anomaly);
    if (rule != null) {
      findings.report(
          new Sighting(rule, anomaly.at())
              .between(flow.id(), flow.client(), flow.server())
              .value("detail", anomaly.detail())
              .value("section", anomaly.section().isEmpty() ? null : anomaly.section()));
    }
  }

  /** Null for what is ordinary loss, or none of these. */
  private static Rule rule(Anomaly anomaly) {
    String detail = anomaly.detail();
    return switch (anomaly.kind()) {
      case TCP_OVERLAP_CONFLICT -> OVERLAP;
      case UNEXPECTED_MESSAGE -> BY_SECTION.get(anomaly.section());
      case MALFORMED_NBSS, FRAMING_LOST ->
          detail.contains("without SMB signature") || detail.contains("reserved flags")
              ? LENGTH
              : null;
      case MALFORMED_SMB2 -> detail.contains(" in a message of ") ? LENGTH : null;
      case MALFORMED_SMB1 ->
          detail.contains("ByteCount") && !detail.contains("AndXOffset") ? LENGTH : null;
      default -> null;
    };
  }
}
