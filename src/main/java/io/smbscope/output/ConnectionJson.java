package io.smbscope.output;

import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.ConnectionEvent.NetbiosSession;
import io.smbscope.event.ConnectionEvent.Traffic;
import io.smbscope.event.PreauthHash;
import java.io.IOException;

/** The {@code connection} record. */
final class ConnectionJson {
  private ConnectionJson() {}

  static void write(JsonFields out, ConnectionEvent event) throws IOException {
    out.head("connection", event.at());
    out.start(event.start());
    out.number("id", event.id());
    out.text("end_reason", event.endReason());
    out.text("transport", event.transport() == null ? null : event.transport().label());
    out.endpoint("client", event.client());
    out.endpoint("server", event.server());
    out.numbers("vlans", event.vlans());
    out.texts("encapsulations", event.encapsulations());
    netbios(out, event.netbios());
    out.flag("midstream", event.midstream());
    out.texts("inferred", event.inferred());
    out.text("dialect", event.dialect());
    negotiation(out, event.negotiation());
    out.encryption(event.encryption());
    out.signing(event.signing());
    out.counts("commands", event.commands());
    traffic(out, event.traffic());
    out.texts("sessions", event.sessions());
    out.number("malformed", event.malformed());
  }

  private static void netbios(JsonFields out, NetbiosSession netbios) throws IOException {
    if (netbios != null) {
      out.open("netbios");
      out.text("called_name", netbios.calledName());
      out.text("calling_name", netbios.callingName());
      out.text("result", netbios.result());
      out.number("error_code", netbios.errorCode());
      out.close();
    }
  }

  private static void negotiation(JsonFields out, Negotiation negotiation) throws IOException {
    if (negotiation != null) {
      out.open("negotiation");
      out.texts("offered", negotiation.offered());
      out.text("dialect", negotiation.dialect());
      out.flag("multi_protocol", negotiation.multiProtocol());
      out.text("client_guid", negotiation.clientGuid());
      out.text("server_guid", negotiation.serverGuid());
      out.texts("client_capabilities", negotiation.clientCapabilities());
      out.texts("server_capabilities", negotiation.serverCapabilities());
      out.number("max_transact_size", negotiation.maxTransactSize());
      out.number("max_read_size", negotiation.maxReadSize());
      out.number("max_write_size", negotiation.maxWriteSize());
      out.number("max_mpx_count", negotiation.maxMpxCount());
      out.text("preauth_hash", negotiation.preauthHash());
      out.text("preauth_hash_value", value(negotiation.preauthHashValue()));
      out.texts("ciphers_offered", negotiation.ciphersOffered());
      out.text("cipher", negotiation.cipher());
      out.texts("signing_offered", negotiation.signingOffered());
      out.text("signing_algorithm", negotiation.signingAlgorithm());
      out.texts("compression_offered", negotiation.compressionOffered());
      out.texts("compression_chosen", negotiation.compressionChosen());
      out.instant("server_time", negotiation.serverTime());
      out.instant("server_start", negotiation.serverStart());
      out.texts("server_mechanisms", negotiation.serverMechanisms());
      out.text("netname", negotiation.netname());
      out.text("client_os", negotiation.clientOs());
      out.text("client_lan_man", negotiation.clientLanMan());
      out.text("server_os", negotiation.serverOs());
      out.text("server_lan_man", negotiation.serverLanMan());
      out.text("server_domain", negotiation.serverDomain());
      out.close();
    }
  }

  private static void traffic(JsonFields out, Traffic traffic) throws IOException {
    if (traffic != null) {
      out.open("traffic");
      out.number("client_packets", traffic.clientPackets());
      out.number("server_packets", traffic.serverPackets());
      out.number("client_bytes", traffic.clientBytes());
      out.number("server_bytes", traffic.serverBytes());
      out.number("messages", traffic.messages());
      out.number("retransmitted", traffic.retransmitted());
      out.number("overlap_conflicts", traffic.overlapConflicts());
      out.number("gaps", traffic.gaps());
      out.number("missing", traffic.missing());
      out.number("truncated", traffic.truncated());
      out.number("compressed_messages", traffic.compressedMessages());
      out.close();
    }
  }

  private static String value(PreauthHash hash) {
    return hash == null ? null : hash.value();
  }
}
