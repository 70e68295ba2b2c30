package io.smbscope.detect.negotiation;

import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.ChallengeMessage;
import io.smbscope.auth.NegotiateMessage;
import io.smbscope.auth.NtlmMessage;
import io.smbscope.auth.NtlmResponse;
import io.smbscope.base.Key;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.Severity;
import io.smbscope.event.TokenEvent;
import java.util.ArrayList;
import java.util.List;

/** NTLM messages that somebody between client and server has changed. [MS-NLMP] 3.1.5.1.2 */
public final class NtlmTampering implements Detection {
  private static final Rule RULE =
      Rule.of(
          "ntlm-sign-flag-dropped",
          "NTLM messages changed on the way",
          Severity.HIGH,
          Confidence.HIGH,
          "T1557.001",
          "The AUTHENTICATE message lacks the signing that both sides negotiated, or the message"
              + " integrity code that its own attributes announce (CVE-2019-1040).",
          "Look for a relay: the client's address may not be that of the user's computer.");

  private static final long SIGNING =
      NtlmMessage.NEGOTIATE_SIGN | NtlmMessage.NEGOTIATE_ALWAYS_SIGN;

  /** MsvAvFlags: the message holds a MIC. [MS-NLMP] 2.2.2.1 */
  private static final long MIC_PROVIDED = 2;

  private static final String NO_MIC = "00000000000000000000000000000000";
  private static final int LOGONS = 4096;

  private static final class Flags {
    Long negotiate;
    Long challenge;
  }

  private final Findings findings;

  /** Logons under way; the AUTHENTICATE message removes. */
  private final Latest<Key, Flags> logons = new Latest<>(LOGONS);

  public NtlmTampering(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.token(this::token);
  }

  private void token(TokenEvent event) {
    NtlmMessage message = event.token().ntlm();
    if (message == null) {
      return;
    }
    Key key = Key.of(event.flow().id(), event.rpc());
    if (message instanceof NegotiateMessage) {
      logons.computeIfAbsent(key, any -> new Flags()).negotiate = message.flags();
    } else if (message instanceof ChallengeMessage) {
      logons.computeIfAbsent(key, any -> new Flags()).challenge = message.flags();
    } else if (message instanceof AuthenticateMessage authenticate) {
      Flags before = logons.remove(key);
      if (authenticate.response() != NtlmResponse.ANONYMOUS && !event.token().truncated()) {
        authenticate(event, authenticate, before);
      }
    }
  }

  private void authenticate(TokenEvent event, AuthenticateMessage message, Flags before) {
    List<String> missing = new ArrayList<>();
    if (before != null && before.negotiate != null && before.challenge != null) {
      long dropped = before.negotiate & before.challenge & ~message.flags();
      if ((dropped & NtlmMessage.NEGOTIATE_SIGN) != 0) {
        missing.add("NEGOTIATE_SIGN");
      }
      if ((dropped & NtlmMessage.NEGOTIATE_ALWAYS_SIGN) != 0) {
        missing.add("NEGOTIATE_ALWAYS_SIGN");
      }
      if ((dropped & SIGNING) != 0 && (dropped & NtlmMessage.NEGOTIATE_VERSION) != 0) {
        missing.add("NEGOTIATE_VERSION");
      }
    }
    boolean announced = (message.targetInfo().flags() & MIC_PROVIDED) != 0;
    if (announced && (message.mic() == null || message.mic().equals(NO_MIC))) {
      missing.add("MIC");
    }
    if (!missing.isEmpty()) {
      findings.report(
          new Sighting(RULE, event.at())
              .between(event.flow().id(), event.flow().client(), event.flow().server())
              .user(message.user())
              .value("missing", String.join(", ", missing))
              .value("flags", String.format(java.util.Locale.ROOT, "0x%08x", message.flags())));
    }
  }
}
