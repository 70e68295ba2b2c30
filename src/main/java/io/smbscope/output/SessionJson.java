package io.smbscope.output;

import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import java.io.IOException;

/** The {@code session} record. */
final class SessionJson {
  private SessionJson() {}

  static void write(JsonFields out, SessionEvent event) throws IOException {
    out.head("session", event.at());
    out.start(event.start());
    out.text("id", event.id());
    out.numbers("connections", event.connections());
    out.endpoint("client", event.client());
    out.endpoint("server", event.server());
    out.text("dialect", event.dialect());
    identity(out, event.identity());
    out.text("status", event.status());
    out.flag("established", event.established());
    out.flag("inferred", event.inferred());
    out.flag("guest", event.guest());
    out.flag("anonymous", event.anonymous());
    out.number("reauthentications", event.reauthentications());
    out.texts("earlier_users", event.earlierUsers());
    out.encryption(event.encryption());
    out.signing(event.signing());
    out.text("end", event.end());
    out.texts("trees", event.trees());
  }

  private static void identity(JsonFields out, Identity identity) throws IOException {
    if (identity != null) {
      out.open("identity");
      out.text("mechanism", identity.mechanism());
      out.flag("lm_response", identity.lmResponse());
      out.flag("raw_ntlm", identity.rawNtlm());
      out.text("user", identity.user());
      out.text("domain", identity.domain());
      out.text("workstation", identity.workstation());
      out.text("target_name", identity.targetName());
      out.text("server_netbios_name", identity.serverNetbiosName());
      out.text("server_netbios_domain", identity.serverNetbiosDomain());
      out.text("server_dns_name", identity.serverDnsName());
      out.text("server_dns_domain", identity.serverDnsDomain());
      out.text("server_dns_tree", identity.serverDnsTree());
      out.text("client_version", identity.clientVersion());
      out.text("server_version", identity.serverVersion());
      out.text("kerberos_realm", identity.kerberosRealm());
      out.text("kerberos_service", identity.kerberosService());
      out.text("kerberos_encryption", identity.kerberosEncryption());
      out.close();
    }
  }
}
