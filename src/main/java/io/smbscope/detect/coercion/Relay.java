package io.smbscope.detect.coercion;

import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.ChallengeMessage;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.smb.smb1.Negotiate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The same NTLM messages on two connections: a host in the middle hands them on. */
public final class Relay implements Detection {
  private static final String ADVICE =
      "Take the user's session on the other server for an attacker's, and require signing.";

  private static final Rule CHALLENGE =
      Rule.of(
              "relay-challenge-reuse",
              "NTLM challenge handed on",
              Severity.CRITICAL,
              Confidence.HIGH,
              "T1557.001",
              "Two servers send the same challenge in a short time.",
              ADVICE)
          .with("seconds", 60);

  private static final Rule PROOF =
      Rule.of(
          "relay-proof-reuse",
          "NTLM response handed on",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1557.001",
          "The same NTLM response is sent on two connections.",
          ADVICE);

  /** What tools use that relay nothing: found as challenges that do not change. */
  private static final Set<String> FIXED =
      Set.of("1122334455667788", "aaaaaaaaaaaaaaaa", "0000000000000000");

  private static final int KEPT = 16_384;

  /** Hexadecimal digits of NTProofStr, with which an NTLMv2 response begins. */
  private static final int PROOF_DIGITS = 32;

  private static final int CHALLENGE_LENGTH = 8;

  /** Digits of an NTLMv1 response. */
  private static final int SHORTEST = 48;

  private record Seen(Stamp at, FlowKey flow) {}

  private final Findings findings;
  private final long seconds;
  private final Latest<String, Seen> challenges = new Latest<>(KEPT);

  /** By proof and account. */
  private final Latest<String, Seen> proofs = new Latest<>(KEPT);

  public Relay(Settings settings, Findings findings) {
    this.findings = findings;
    this.seconds = settings.number(CHALLENGE, "seconds");
  }

  @Override
  public List<Rule> rules() {
    return List.of(CHALLENGE, PROOF);
  }

  @Override
  public void listen(Listeners on) {
    on.token(this::token);
    on.smb1(this::smb1);
  }

  private void token(TokenEvent event) {
    if (event.token().ntlm() instanceof ChallengeMessage message) {
      challenge(event.seen(), event.flow(), message.serverChallenge());
    } else if (event.token().ntlm() instanceof AuthenticateMessage message
        && message.ntResponse() != null
        && message.ntResponse().length() >= SHORTEST) {
      proof(event, message);
    }
  }

  /** Without extended security the challenge comes with NEGOTIATE. [MS-CIFS] 2.2.4.52.2 */
  private void smb1(Smb1CommandEvent event) {
    if (event.steps().get(0).response() instanceof Negotiate.Response response
        && response.challenge().length() == CHALLENGE_LENGTH) {
      String challenge = HexFormat.of().formatHex(response.challenge().copy());
      challenge(event.at(), event.flow(), challenge);
    }
  }

  private void challenge(Stamp at, FlowKey flow, String challenge) {
    if (challenge == null || FIXED.contains(challenge)) {
      return;
    }
    Seen before = challenges.get(challenge);
    challenges.put(challenge, new Seen(at, flow));
    if (before != null
        && !before.flow().server().ip().equals(flow.server().ip())
        && at.nanos() - before.at().nanos() <= Duration.ofSeconds(seconds).toNanos()) {
      findings.report(
          sighting(CHALLENGE, at, flow, before)
              .window(before.at(), seconds)
              .value("challenge", challenge));
    }
  }

  private void proof(TokenEvent event, AuthenticateMessage message) {
    String response = message.ntResponse();
    String proof = response.length() > SHORTEST ? response.substring(0, PROOF_DIGITS) : response;
    // A proof is made with the user's name: two users' that are alike are no proofs.
    String key = proof + account(message);
    Seen before = proofs.get(key);
    proofs.put(key, new Seen(event.seen(), event.flow()));
    if (before != null && !same(before.flow(), event.flow())) {
      findings.report(
          sighting(PROOF, event.at(), event.flow(), before)
              .user(account(message))
              .value("proof", proof));
    }
  }

  private static String account(AuthenticateMessage message) {
    return message.domain() == null || message.domain().isEmpty()
        ? message.user()
        : message.domain() + "\\" + message.user();
  }

  /** One connection that was captured twice, on its way through several networks. */
  private static boolean same(FlowKey one, FlowKey other) {
    return one.client().ip().equals(other.client().ip())
        && one.client().port() == other.client().port()
        && one.server().ip().equals(other.server().ip())
        && one.server().port() == other.server().port();
  }

  /** From the client that is relayed to the server that is let in, where both can be told. */
  private static Sighting sighting(Rule rule, Stamp at, FlowKey flow, Seen before) {
    FlowKey earlier = before.flow();
    boolean onward = earlier.server().ip().equals(flow.client().ip());
    FlowKey first = onward ? earlier : flow;
    FlowKey second = onward ? flow : earlier;
    boolean linked = first.server().ip().equals(second.client().ip());
    return new Sighting(rule, at)
        .flow(flow.id())
        .client(first.client().ip())
        .server(second.server().ip())
        .packet(before.at().packet())
        .value("relay", linked ? second.client().ip() : null)
        .value("first", first.client().ip() + " to " + first.server().ip())
        .value("second", second.client().ip() + " to " + second.server().ip());
  }
}
