package io.smbscope.detect.exposure;

import io.smbscope.base.Key;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Dialects;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.Signing;
import io.smbscope.event.TreeEvent;
import java.util.List;

/** Servers that let messages be forged, and sessions in which they could be. [MS-SMB2] 3.3.5.4 */
public final class Signatures implements Detection {
  private static final Rule OPTIONAL =
      Rule.of(
          "server-signing-optional",
          "Server that does not require signing",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1557.001",
          "SecurityMode of the NEGOTIATE response lacks SIGNING_REQUIRED.",
          "Require signing on the server: without it logons can be relayed to it.");

  private static final Rule UNSIGNED =
      Rule.of(
          "session-unsigned",
          "Session without signatures",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1557.001",
          "After the logon of a user neither signed nor encrypted messages follow.",
          "Require signing on one of the two sides.");

  private static final int SESSIONS = 4096;

  private final Knowledge knowledge;
  private final Findings findings;

  /** Sessions of guests and of nobody. Their beginning adds, their end removes. */
  private final Latest<Key, Boolean> keyless = new Latest<>(SESSIONS);

  public Signatures(Knowledge knowledge, Findings findings) {
    this.knowledge = knowledge;
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(OPTIONAL, UNSIGNED);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
    on.tree(this::tree);
    on.session(this::session);
    on.treeEnd(this::treeEnd);
    on.sessionEnd(
        session -> session.connections().forEach(id -> keyless.remove(Key.of(id, session.id()))));
  }

  private void connection(ConnectionEvent connection) {
    String server = connection.server().ip();
    if (optional(connection.signing())) {
      boolean controller = knowledge.hosts().domainController(server);
      findings.report(
          new Sighting(OPTIONAL, connection.at())
              .flow(connection.id())
              .server(server)
              .severity(controller ? Severity.HIGH : null)
              .value("domain-controller", controller ? true : null)
              .value("dialect", connection.dialect())
              .value("signing", enabled(connection.signing())));
    }
  }

  private static boolean optional(Signing signing) {
    return Boolean.FALSE.equals(signing.serverRequired());
  }

  private static String enabled(Signing signing) {
    return Boolean.TRUE.equals(signing.serverOffered()) ? "enabled" : "disabled";
  }

  /** That a server is a domain controller shows by the shares that clients run scripts from. */
  private void tree(TreeEvent tree) {
    if (!optional(tree.signing()) || tree.path() == null) {
      return;
    }
    String share = tree.path().substring(tree.path().lastIndexOf('\\') + 1);
    boolean ofController = share.equalsIgnoreCase("SYSVOL") || share.equalsIgnoreCase("NETLOGON");
    if (ofController && "STATUS_SUCCESS".equals(tree.status())) {
      findings.report(
          new Sighting(OPTIONAL, tree.at())
              .flow(tree.connection())
              .server(tree.server().ip())
              .share(share)
              .severity(Severity.HIGH)
              .value("domain-controller", true)
              .value("dialect", tree.dialect()));
    }
  }

  /** Guests and anonymous users have no key to sign with. [MS-SMB2] 3.2.5.3.1 */
  private void session(SessionEvent session) {
    if (session.established() && (session.guest() || session.anonymous())) {
      keyless.put(Key.of(session.connections().get(0), session.id()), true);
    }
  }

  /** Trees, as TREE_CONNECT itself is signed by many that sign nothing else. */
  private void treeEnd(TreeEvent tree) {
    Signing signing = tree.signing();
    if (signing.unsignedMessages() == 0
        || signing.signedMessages() > signing.signedByDialect()
        || tree.encryption().encryptedMessages() > 0
        || !"STATUS_SUCCESS".equals(tree.status())
        || keyless.get(Key.of(tree.connection(), tree.session())) != null) {
      return;
    }
    String required = required(tree);
    findings.report(
        new Sighting(UNSIGNED, tree.at())
            .between(tree.connection(), tree.client(), tree.server())
            .user(tree.user())
            .severity(required == null ? null : Severity.HIGH)
            .packet(tree.start().packet())
            .value("dialect", tree.dialect())
            .value("share", tree.path())
            .value("required-by", required)
            .value("unsigned-messages", signing.unsignedMessages()));
  }

  /** Clients of SMB1 claim to require it whether or not they do. */
  private static String required(TreeEvent tree) {
    if (Boolean.TRUE.equals(tree.signing().serverRequired())) {
      return "the server";
    }
    return Boolean.TRUE.equals(tree.signing().clientRequired()) && !Dialects.smb1(tree.dialect())
        ? "the client"
        : null;
  }
}
