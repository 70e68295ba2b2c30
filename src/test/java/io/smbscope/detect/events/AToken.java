package io.smbscope.detect.events;

import io.smbscope.auth.AuthToken;
import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.AvPair;
import io.smbscope.auth.AvPairs;
import io.smbscope.auth.ChallengeMessage;
import io.smbscope.auth.NtlmMessage;
import io.smbscope.auth.NtlmResponse;
import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.TokenEvent;
import java.util.ArrayList;
import java.util.List;

/** Makes {@link TokenEvent}s of NTLM for tests: each component has an ordinary value unless set. */
public final class AToken {
  private Stamp at = new Stamp(1, 1_700_000_000_000_000_000L);
  private long flow = 1;
  private Endpoint client = new Endpoint("10.7.0.2", 50000, null);
  private Endpoint server = new Endpoint("10.7.0.1", 445, null);
  private final List<AvPair> pairs = new ArrayList<>();

  public AToken at(Stamp value) {
    this.at = value;
    return this;
  }

  public AToken flow(long id, String clientIp, String serverIp) {
    this.flow = id;
    this.client = new Endpoint(clientIp, 50000, null);
    this.server = new Endpoint(serverIp, 445, null);
    return this;
  }

  public AToken pair(int id, String value) {
    pairs.add(new AvPair(id, value));
    return this;
  }

  /** The server's second message. */
  public TokenEvent challenge(String challenge) {
    return event(
        false, new ChallengeMessage(0, "LAB", challenge, new AvPairs(List.copyOf(pairs)), null));
  }

  /** The client's third message. */
  public TokenEvent authenticate(String user, String response) {
    return event(
        true,
        new AuthenticateMessage(
            0,
            "",
            response,
            NtlmResponse.NTLMV2,
            "LAB",
            user,
            "CLIENT",
            null,
            null,
            null,
            new AvPairs(List.copyOf(pairs)),
            AuthenticateMessage.Layout.USUAL));
  }

  private TokenEvent event(boolean fromClient, NtlmMessage message) {
    AuthToken token =
        new AuthToken(
            Framing.SPNEGO_RESPONSE, List.of(), null, null, message, null, null, false, false);
    FlowKey key = new FlowKey(flow, at, true, client, server, List.of(), false);
    return new TokenEvent(at, key, at, fromClient, false, false, token);
  }
}
