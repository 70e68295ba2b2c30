package io.smbscope.detect.exposure;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Severity;
import java.util.List;

/** SMB2_COMPRESSION_CAPABILITIES in the answer. [MS-SMB2] 2.2.4.1.3 */
public final class CompressionAccepted implements Detection {
  private static final Rule RULE =
      Rule.of(
          "compression-negotiated",
          "Server accepts compression",
          Severity.INFO,
          Confidence.HIGH,
          "",
          "The NEGOTIATE response holds a compression context with an algorithm.",
          "See that the server has the update for CVE-2020-0796.");

  private final Findings findings;

  public CompressionAccepted(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
  }

  private void connection(ConnectionEvent connection) {
    if (connection.negotiation() == null) {
      return;
    }
    List<String> chosen = connection.negotiation().compressionChosen();
    if (chosen.stream().anyMatch(algorithm -> !algorithm.equals("NONE"))) {
      findings.report(
          new Sighting(RULE, connection.at())
              .flow(connection.id())
              .server(connection.server().ip())
              .value("algorithms", String.join(", ", chosen)));
    }
  }
}
