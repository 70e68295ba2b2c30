package io.smbscope.detect.credential;

import io.smbscope.detect.Calls;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.event.Confidence;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import java.util.List;

/** Replication of the directory by what is no domain controller. [MS-DRSR] 4.1 */
public final class DirectoryReplication implements Detection {
  private static final Rule RULE =
      Rule.of(
          "dcsync",
          "Directory replicated to a host that is no domain controller",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1003.006",
          "Calls of drsuapi ask for changes of the directory, or announce a replica.",
          "Take all secrets of the domain for lost, and find out what runs on the client.");

  private static final int REPLICA_SYNC = 2;
  private static final int REPLICA_ADD = 5;

  private final Knowledge knowledge;
  private final Findings findings;

  public DirectoryReplication(Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
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

  /** DRSReplicaSync, DRSGetNCChanges, DRSUpdateRefs, DRSReplicaAdd. */
  private void rpc(RpcEvent event) {
    if (!Calls.DRSUAPI.equals(event.interfaceId())) {
      return;
    }
    int opnum = Calls.opnum(event);
    if (opnum >= REPLICA_SYNC
        && opnum <= REPLICA_ADD
        && !knowledge.hosts().domainController(event.flow().client().ip())) {
      findings.report(Calls.sighting(RULE, event).value("naming-context", event.argument("pNC")));
    }
  }
}
