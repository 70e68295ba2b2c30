package io.smbscope.detect.exposure;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.Encryption;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeEvent;
import java.util.List;

/** What anybody on the way can read, or may read one day. [MS-SMB2] 3.3.5.4, 3.3.5.7 */
public final class Cleartext implements Detection {
  private static final Rule CAPABLE =
      Rule.of(
          "session-cleartext-capable",
          "Session in clear though both sides can encrypt",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1040",
          "Both sides negotiated encryption, neither session nor share demands it, and none of the"
              + " messages is encrypted.",
          "Demand encryption on the server, or on the shares that need it.");

  private static final Rule SHARE =
      Rule.of(
          "share-encrypt-cleartext",
          "Clear messages in a share that demands encryption",
          Severity.HIGH,
          Confidence.HIGH,
          "T1040",
          "The share's flags hold ENCRYPT_DATA, yet messages of its tree have no transform header.",
          "Have the server reject unencrypted access, and find out why the client sends it.");

  private static final Rule WEAK =
      Rule.of(
          "weak-cipher",
          "Weaker algorithm than both sides have",
          Severity.LOW,
          Confidence.HIGH,
          "T1600",
          "AES-128-CCM or HMAC-SHA256 is chosen though the client offers better, or the dialect"
              + " knows nothing else.",
          "Put AES-GCM ciphers and AES signing first in the server's order; raise the dialect.");

  private static final String OLD_CIPHER = "AES-128-CCM";
  private static final String OLD_SIGNING = "HMAC-SHA256";

  private final Findings findings;

  public Cleartext(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(CAPABLE, SHARE, WEAK);
  }

  @Override
  public void listen(Listeners on) {
    on.sessionEnd(this::sessionEnd);
    on.treeEnd(this::treeEnd);
    on.connectionEnd(this::connectionEnd);
  }

  private void sessionEnd(SessionEvent session) {
    Encryption encryption = session.encryption();
    if (session.established()
        && encryption.verdict() == Encryption.Verdict.POSSIBLE
        && encryption.plainMessages() > 0) {
      findings.report(
          new Sighting(CAPABLE, session.at())
              .between(session.connections().get(0), session.client(), session.server())
              .packet(session.start().packet())
              .value("dialect", session.dialect())
              .value("cipher", encryption.cipher())
              .value("clear-messages", encryption.plainMessages()));
    }
  }

  private void treeEnd(TreeEvent tree) {
    Encryption encryption = tree.encryption();
    if (encryption.demandedByShare()
        && encryption.plainMessages() > 0
        && "STATUS_SUCCESS".equals(tree.status())) {
      findings.report(
          new Sighting(SHARE, tree.at())
              .between(tree.connection(), tree.client(), tree.server())
              .user(tree.user())
              .share(tree.path())
              .packet(tree.start().packet())
              .value("clear-messages", encryption.plainMessages())
              .value("encrypted-messages", encryption.encryptedMessages()));
    }
  }

  private void connectionEnd(ConnectionEvent connection) {
    Negotiation negotiation = connection.negotiation();
    if (negotiation == null) {
      return;
    }
    List<String> ciphers = negotiation.ciphersOffered();
    boolean byDialect =
        connection.encryption().cipherInferred() && connection.encryption().encryptedMessages() > 0;
    boolean cipher = OLD_CIPHER.equals(negotiation.cipher()) && (ciphers.size() > 1 || byDialect);
    boolean signing =
        OLD_SIGNING.equals(negotiation.signingAlgorithm())
            && negotiation.signingOffered().size() > 1;
    if (cipher || signing) {
      findings.report(
          new Sighting(WEAK, connection.at())
              .between(connection.id(), connection.client(), connection.server())
              .packet(connection.start().packet())
              .value("dialect", connection.dialect())
              .value("cipher", cipher ? negotiation.cipher() : null)
              .value("ciphers-offered", cipher ? String.join(", ", ciphers) : null)
              .value("signing", signing ? negotiation.signingAlgorithm() : null)
              .value(
                  "signing-offered",
                  signing ? String.join(", ", negotiation.signingOffered()) : null));
    }
  }
}
