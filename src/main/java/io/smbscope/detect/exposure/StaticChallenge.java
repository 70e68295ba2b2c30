package io.smbscope.detect.exposure;

import io.smbscope.auth.ChallengeMessage;
import io.smbscope.base.Key;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.smb.smb1.Negotiate;
import java.util.HexFormat;
import java.util.List;

/** A server whose NTLM challenge does not change, for which tables can be made beforehand. */
public final class StaticChallenge implements Detection {
  private static final Rule RULE =
      Rule.of(
          "ntlm-static-challenge",
          "NTLM challenge that does not change",
          Severity.HIGH,
          Confidence.HIGH,
          "T1557.001",
          "A server's challenge is 1122334455667788, or the same on two connections.",
          "Find out what answers there: tools that collect hashes do so, servers do not.");

  /** That of tools, for which tables of hashes are published. */
  private static final String OF_TOOLS = "1122334455667788";

  private static final int CHALLENGES = 16_384;
  private static final int OCTETS = 8;

  private final Findings findings;

  /** On which connection each was seen last. */
  private final Latest<Key, Long> challenges = new Latest<>(CHALLENGES);

  public StaticChallenge(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.token(this::token);
    on.smb1(this::smb1);
  }

  private void token(TokenEvent event) {
    if (event.token().ntlm() instanceof ChallengeMessage challenge && !event.fromClient()) {
      seen(event.at(), event.flow(), challenge.serverChallenge());
    }
  }

  private void smb1(Smb1CommandEvent event) {
    if (event.steps().get(0).response() instanceof Negotiate.Response response
        && response.challenge().length() == OCTETS) {
      seen(event.at(), event.flow(), HexFormat.of().formatHex(response.challenge().copy()));
    }
  }

  private void seen(Stamp at, FlowKey flow, String challenge) {
    Key key = Key.of(flow.server().ip(), challenge);
    Long before = challenges.get(key);
    challenges.put(key, flow.id());
    boolean known = challenge.equals(OF_TOOLS);
    if (known || (before != null && before != flow.id())) {
      Sighting seen =
          new Sighting(RULE, at)
              .flow(flow.id())
              .server(flow.server().ip())
              .value("challenge", challenge)
              .value("client", flow.client().ip())
              .value("repeated", before != null && before != flow.id());
      findings.report(before == null ? seen : seen.packet(before));
    }
  }
}
