package io.smbscope.detect.evasion;

import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.AuthenticateMessage.Layout;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import io.smbscope.event.TokenEvent;
import java.util.List;

/** NTLM messages whose parts lie where no client puts them. [MS-NLMP] 2.2.1.3 */
public final class NtlmLayout implements Detection {
  private static final Rule RULE =
      Rule.of(
          "ntlmssp-odd-layout",
          "NTLM message laid out as by no client",
          Severity.MEDIUM,
          Confidence.MEDIUM,
          "",
          "Fields of an NTLM message overlap, lead out of it, or come in an order of their own.",
          "Look at the packet: the program is no ordinary client.");

  private final Findings findings;

  public NtlmLayout(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.token(this::token);
    on.anomaly(this::anomaly);
  }

  private void token(TokenEvent event) {
    if (event.token().ntlm() instanceof AuthenticateMessage message
        && message.layout() != Layout.USUAL) {
      report(
          event.at(),
          event.flow(),
          message.layout() == Layout.OVERLAPPING ? "fields overlap" : "fields in another order");
    }
  }

  private void anomaly(AnomalyEvent event) {
    if (event.anomaly().kind() == AnomalyKind.MALFORMED_NTLMSSP
        && event.flow() != null
        && event.anomaly().detail().contains("leads out of the message")) {
      report(event.at(), event.flow(), event.anomaly().detail());
    }
  }

  private void report(Stamp at, FlowKey flow, String detail) {
    findings.report(
        new Sighting(RULE, at)
            .between(flow.id(), flow.client(), flow.server())
            .value("detail", detail));
  }
}
