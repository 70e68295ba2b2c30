package io.smbscope.detect.policy;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.Severity;
import java.util.List;

/**
 * SMB from one zone to another that it may not reach. Told when the connection begins where subnets
 * tell the zones; where VLANs do, at its end, as each side's own packets tell its VLAN.
 */
public final class ZoneCrossing implements Detection {
  private static final Rule RULE =
      Rule.of(
          "smb-zone-crossing",
          "SMB between zones",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1021.002",
          "By subnets or VLANs, client and server are in zones of which the first may not reach the second.",
          "Block it between the zones, or add the second to what the first reaches, in smbscope.yaml.");

  private final Findings findings;
  private final Zones zones;

  public ZoneCrossing(Settings settings, Findings findings) {
    this.findings = findings;
    this.zones = settings.policy().zones();
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    if (!zones.zones().isEmpty()) {
      on.flowStart(this::begun);
      on.flowEnd(this::ended);
    }
  }

  private void begun(FlowStartEvent event) {
    FlowKey flow = event.flow();
    if (flow.tcp()) {
      judge(event.at(), flow, bySubnet(flow.client().ip()), bySubnet(flow.server().ip()));
    }
  }

  private void ended(FlowEvent event) {
    FlowKey flow = event.flow();
    String from = bySubnet(flow.client().ip());
    String to = bySubnet(flow.server().ip());
    if (flow.tcp() && (from == null || to == null)) {
      judge(
          event.at(),
          flow,
          from == null ? zones.of(flow.client().ip(), event.client().vlans()) : from,
          to == null ? zones.of(flow.server().ip(), event.server().vlans()) : to);
    }
  }

  private String bySubnet(String ip) {
    return zones.of(ip, List.of());
  }

  private void judge(Stamp at, FlowKey flow, String from, String to) {
    if (!zones.allows(from, to)) {
      findings.report(
          new Sighting(RULE, at)
              .flow(flow.id())
              .client(flow.client().ip())
              .server(flow.server().ip())
              .value("from", from)
              .value("to", to)
              .value("port", flow.server().port()));
    }
  }
}
