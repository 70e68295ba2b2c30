package io.smbscope.output.ecs;

import io.smbscope.base.Anomaly;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.ConnectionEvent.Traffic;
import io.smbscope.output.Activity;
import io.smbscope.output.JsonFields;
import io.smbscope.output.ecs.CommonFields.Side;
import java.io.IOException;
import java.util.List;

/** Documents of connections, and of what went wrong on them. */
final class ConnectionFields {
  private static final List<String> CONNECTION = List.of("connection", "protocol", "end");
  private static final List<String> INFORMATION = List.of("protocol", "info");

  private ConnectionFields() {}

  static void write(
      CommonFields common, Activity activity, String communityId, ConnectionEvent event)
      throws IOException {
    JsonFields out = common.out;
    Traffic traffic = event.traffic();
    String called = event.netbios() == null ? null : event.netbios().calledName();
    String calling = event.netbios() == null ? null : event.netbios().callingName();
    common.event("network", CONNECTION, null, event.endReason());
    common.network(
        activity,
        "smb",
        communityId,
        event.vlans(),
        new Side(event.client(), calling, traffic.clientPackets(), traffic.clientBytes()),
        new Side(event.server(), called, traffic.serverPackets(), traffic.serverBytes()));
    common.related(activity, null, CommonFields.present(calling, called), List.of());
    out.open("smbscope");
    out.number("connection", event.id());
    out.text("transport", event.transport() == null ? null : event.transport().label());
    out.text("dialect", event.dialect());
    out.flag("midstream", event.midstream());
    out.texts("inferred", event.inferred());
    out.texts("encapsulations", event.encapsulations());
    negotiation(out, event.negotiation());
    out.encryption(event.encryption());
    out.signing(event.signing());
    out.counts("commands", event.commands());
    out.texts("sessions", event.sessions());
    out.number("messages", traffic.messages());
    out.number("malformed", event.malformed());
    out.number("retransmitted", traffic.retransmitted());
    out.number("gaps", traffic.gaps());
    out.number("missing", traffic.missing());
    out.number("truncated", traffic.truncated());
    out.close();
  }

  private static void negotiation(JsonFields out, Negotiation negotiation) throws IOException {
    if (negotiation != null) {
      out.texts("offered", negotiation.offered());
      out.text("client_guid", negotiation.clientGuid());
      out.text("server_guid", negotiation.serverGuid());
      out.text("cipher", negotiation.cipher());
      out.text("signing_algorithm", negotiation.signingAlgorithm());
      out.text("netname", negotiation.netname());
      out.text("client_os", negotiation.clientOs());
      out.text("server_os", negotiation.serverOs());
    }
  }

  static void write(CommonFields common, Activity activity, String communityId, AnomalyEvent event)
      throws IOException {
    JsonFields out = common.out;
    Anomaly anomaly = event.anomaly();
    common.event("network", INFORMATION, null, anomaly.detail());
    common.network(
        activity, null, communityId, null, Side.of(event.client()), Side.of(event.server()));
    common.related(activity, null, List.of(), List.of());
    out.open("smbscope");
    out.number("connection", anomaly.flow());
    out.text("section", anomaly.section());
    out.number("packet", anomaly.at().packet());
    out.close();
  }
}
