package io.smbscope.output.ecs;

import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.TreeEvent;
import io.smbscope.output.Account;
import io.smbscope.output.Activity;
import io.smbscope.output.Activity.Outcome;
import io.smbscope.output.JsonFields;
import io.smbscope.output.ecs.CommonFields.Side;
import java.io.IOException;
import java.util.List;

/** Documents of logons, and of the shares that they reach. */
final class SessionFields {
  private static final List<String> START = List.of("start");
  private static final List<String> ALLOWED = List.of("access", "allowed");
  private static final List<String> DENIED = List.of("access", "denied");
  private static final List<String> ACCESS = List.of("access");

  private SessionFields() {}

  static void write(CommonFields common, Activity activity, String communityId, SessionEvent event)
      throws IOException {
    JsonFields out = common.out;
    Identity identity = event.identity();
    String workstation = identity == null ? null : identity.workstation();
    String server = identity == null ? null : server(identity);
    common.event("authentication", START, event.status(), null);
    common.network(
        activity,
        "smb",
        communityId,
        null,
        new Side(event.client(), workstation, null, null),
        new Side(event.server(), server, null, null));
    String user = identity == null ? null : identity.user();
    if (user != null && !user.isEmpty()) {
      common.user(new Account(identity.domain(), user));
    }
    common.related(activity, user, CommonFields.present(workstation, server), List.of());
    out.open("smbscope");
    out.text("session", event.id());
    out.numbers("connections", event.connections());
    out.text("dialect", event.dialect());
    identity(out, identity);
    out.flag("inferred_session", event.inferred());
    out.flag("guest", event.guest());
    out.flag("anonymous", event.anonymous());
    out.number("reauthentications", event.reauthentications());
    out.texts("earlier_users", event.earlierUsers());
    out.encryption(event.encryption());
    out.signing(event.signing());
    out.text("session_end", event.end());
    out.texts("shares", event.trees());
    out.close();
  }

  private static String server(Identity identity) {
    String dns = identity.serverDnsName();
    return dns == null || dns.isEmpty() ? identity.serverNetbiosName() : dns;
  }

  private static void identity(JsonFields out, Identity identity) throws IOException {
    if (identity != null) {
      out.text("mechanism", identity.mechanism());
      out.flag("lm_response", identity.lmResponse());
      out.text("target_name", identity.targetName());
      out.text("client_version", identity.clientVersion());
      out.text("server_version", identity.serverVersion());
      out.text("kerberos_realm", identity.kerberosRealm());
      out.text("kerberos_service", identity.kerberosService());
      out.text("kerberos_encryption", identity.kerberosEncryption());
    }
  }

  static void write(CommonFields common, Activity activity, String communityId, TreeEvent event)
      throws IOException {
    JsonFields out = common.out;
    common.event("network", types(activity.outcome()), event.status(), null);
    common.network(
        activity, "smb", communityId, null, Side.of(event.client()), Side.of(event.server()));
    Account account = Account.of(event.user());
    common.user(account);
    common.related(activity, account.name(), List.of(), List.of());
    out.open("smbscope");
    out.number("connection", event.connection());
    out.text("session", event.session());
    out.text("tree", event.id());
    out.text("share", event.path());
    out.text("share_type", event.type());
    out.text("service", event.service());
    out.text("file_system", event.fileSystem());
    out.text("dialect", event.dialect());
    out.texts("share_flags", event.flags());
    out.texts("share_capabilities", event.capabilities());
    out.mask("maximal_access", event.maximalAccess());
    out.encryption(event.encryption());
    out.signing(event.signing());
    out.text("tree_end", event.end());
    out.number("opens", event.opens());
    out.number("failed_opens", event.failedOpens());
    out.number("bytes_read", event.bytesRead());
    out.number("bytes_written", event.bytesWritten());
    out.close();
  }

  private static List<String> types(Outcome outcome) {
    return switch (outcome) {
      case SUCCESS -> ALLOWED;
      case FAILURE -> DENIED;
      case UNKNOWN -> ACCESS;
    };
  }
}
