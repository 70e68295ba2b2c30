package io.smbscope.detect.credential;

import io.smbscope.detect.Calls;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.event.Confidence;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import java.util.List;

/**
 * The keys of a domain with which all that DPAPI protects can be opened. LsarRetrievePrivateData
 * reads them, [MS-LSAD] 3.1.4.6.6; BackuprKey uses them, [MS-BKRP] 3.1.4.1.
 */
public final class DomainSecrets implements Detection {
  private static final Rule RULE =
      Rule.of(
          "dpapi-backupkey",
          "Secrets of a domain read",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1555",
          "LsarRetrievePrivateData is called, or BackuprKey.",
          "Find out what on the client asks; only let administrators at domain controllers.");

  private static final int RETRIEVE_PRIVATE_DATA = 43;
  private static final int BACKUPR_KEY = 0;

  private final Findings findings;

  public DomainSecrets(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.rpc(this::rpc);
  }

  private void rpc(RpcEvent event) {
    int opnum = Calls.opnum(event);
    if (Calls.LSARPC.equals(event.interfaceId()) && opnum == RETRIEVE_PRIVATE_DATA) {
      findings.report(Calls.sighting(RULE, event).value("key", event.argument("KeyName")));
    } else if (Calls.BACKUPKEY.equals(event.interfaceId()) && opnum == BACKUPR_KEY) {
      // Windows has its own keys backed up so.
      findings.report(
          Calls.sighting(RULE, event)
              .severity(Severity.LOW)
              .value("action", event.argument("pguidActionAgent")));
    }
  }
}
