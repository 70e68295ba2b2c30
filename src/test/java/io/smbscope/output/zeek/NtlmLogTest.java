package io.smbscope.output.zeek;

import static io.smbscope.output.zeek.Rows.FLOW;
import static io.smbscope.output.zeek.Rows.at;
import static io.smbscope.output.zeek.Rows.end;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AuthToken;
import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.auth.AuthToken.NegState;
import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.AvPair;
import io.smbscope.auth.AvPairs;
import io.smbscope.auth.ChallengeMessage;
import io.smbscope.auth.NegotiateMessage;
import io.smbscope.auth.NtlmMessage;
import io.smbscope.auth.NtlmResponse;
import io.smbscope.event.Event;
import io.smbscope.event.TokenEvent;
import io.smbscope.output.stream.LogFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected rows: what Zeek's scripts write for the same messages. */
class NtlmLogTest {
  private static final long FLAGS =
      NtlmMessage.NEGOTIATE_UNICODE | NtlmMessage.NEGOTIATE_TARGET_INFO;
  private static final NtlmMessage NEGOTIATE = new NegotiateMessage(FLAGS, null, null, null);
  private static final NtlmMessage CHALLENGE =
      new ChallengeMessage(
          FLAGS,
          "DOM",
          "0123456789abcdef",
          new AvPairs(
              List.of(
                  new AvPair(AvPair.NB_COMPUTER_NAME, "SRV"),
                  new AvPair(AvPair.DNS_COMPUTER_NAME, "srv.dom.example"),
                  new AvPair(AvPair.DNS_TREE_NAME, "dom.example"))),
          null);

  @TempDir Path folder;

  @Test
  void aRowComesWithTheServersResult() throws IOException {
    assertThat(
            rows(
                token(5, true, null, NEGOTIATE),
                token(6, false, NegState.ACCEPT_INCOMPLETE, CHALLENGE),
                token(7, true, null, authenticate("DOM", "alice", "PC")),
                token(8, false, NegState.ACCEPT_COMPLETED, null),
                end(FLOW, 20)))
        .containsExactly("0.005000 alice PC DOM SRV srv.dom.example dom.example T");
  }

  @Test
  void aRefusalByTheServerIsToldAsSuch() throws IOException {
    assertThat(
            rows(
                token(5, true, null, authenticate("DOM", "alice", "PC")),
                token(6, false, NegState.REJECT, null)))
        .containsExactly("0.005000 alice PC DOM - - - F");
  }

  @Test
  void withoutResultTheRowComesAtTheConnectionsEnd() throws IOException {
    assertThat(
            rows(
                token(5, true, null, NEGOTIATE),
                token(6, false, NegState.ACCEPT_INCOMPLETE, CHALLENGE),
                token(7, true, null, authenticate("", "alice", "")),
                end(FLOW, 20)))
        .containsExactly("0.005000 alice - - SRV srv.dom.example dom.example -");
  }

  @Test
  void aSecondLogonOnTheConnectionLeavesNoRow() throws IOException {
    assertThat(
            rows(
                token(5, true, null, authenticate("DOM", "alice", "PC")),
                token(6, false, NegState.ACCEPT_COMPLETED, null),
                token(7, true, null, authenticate("DOM", "bob", "PC")),
                token(8, false, NegState.ACCEPT_COMPLETED, null),
                end(FLOW, 20)))
        .containsExactly("0.005000 alice PC DOM - - - T");
  }

  @Test
  void theNewestNamesAreToldWhenAnEarlierAttemptHadNoResult() throws IOException {
    assertThat(
            rows(
                token(5, true, null, authenticate("DOM", "alice", "PC")),
                token(7, true, null, authenticate("DOM", "bob", "")),
                token(8, false, NegState.ACCEPT_COMPLETED, null)))
        .containsExactly("0.005000 bob PC DOM - - - T");
  }

  @Test
  void eachConnectionHasItsRow() throws IOException {
    TokenEvent other =
        new TokenEvent(
            at(6),
            Rows.flow(2),
            at(6),
            true,
            false,
            false,
            spnego(null, authenticate("", "b", "")));
    assertThat(
            rows(
                token(5, true, null, authenticate("", "a", "")),
                other,
                end(Rows.flow(2), 9),
                end(FLOW, 10)))
        .containsExactly("0.006000 b - - - - - -", "0.005000 a - - - - - -");
  }

  @Test
  void aMessageWithAFieldThatLeadsOutOfItIsNotRead() throws IOException {
    assertThat(
            rows(
                token(5, true, null, NEGOTIATE),
                token(7, true, null, authenticate("DOM", "alice", null)),
                token(8, false, NegState.ACCEPT_COMPLETED, null)))
        .containsExactly("0.005000 - - - - - - T");
  }

  @Test
  void resultsWithoutNtlmMakeNoRow() throws IOException {
    assertThat(rows(token(5, false, NegState.ACCEPT_COMPLETED, null), end(FLOW, 9))).isEmpty();
  }

  @Test
  void ofATokenInPartsNothingIsTold() throws IOException {
    AuthToken token = spnego(NegState.ACCEPT_COMPLETED, authenticate("DOM", "alice", "PC"));
    assertThat(rows(new TokenEvent(at(5), FLOW, at(5), true, false, true, token), end(FLOW, 9)))
        .isEmpty();
  }

  @Test
  void namesEndAtANulAndCannotBreakALine() throws IOException {
    assertThat(
            rows(
                token(5, true, null, authenticate("D\tO\nM", "al\0ice", "-")),
                token(6, false, NegState.ACCEPT_COMPLETED, null)))
        .containsExactly("0.005000 al \\x2d D\\x09O\\x0aM - - - T");
  }

  /** Zeek takes names that are not UTF-16 for UTF-16 all the same. */
  @Test
  void namesOfAnOemClientAreReadAsUtf16() throws IOException {
    NtlmMessage oem =
        new AuthenticateMessage(
            0,
            "",
            "00",
            NtlmResponse.UNKNOWN,
            "",
            "ab",
            "",
            null,
            null,
            null,
            AvPairs.NONE,
            AuthenticateMessage.Layout.USUAL);
    assertThat(rows(token(5, true, null, oem), end(FLOW, 9)))
        .containsExactly("0.005000 \u6261 - - - - - -");
  }

  private static NtlmMessage authenticate(String domain, String user, String workstation) {
    return new AuthenticateMessage(
        FLAGS,
        "",
        "00",
        NtlmResponse.UNKNOWN,
        domain,
        user,
        workstation,
        null,
        null,
        null,
        AvPairs.NONE,
        AuthenticateMessage.Layout.USUAL);
  }

  private static TokenEvent token(
      long packet, boolean fromClient, NegState state, NtlmMessage message) {
    return new TokenEvent(
        at(packet), FLOW, at(packet), fromClient, false, false, spnego(state, message));
  }

  private static AuthToken spnego(NegState state, NtlmMessage message) {
    return new AuthToken(
        Framing.SPNEGO_RESPONSE, List.of(), null, state, message, null, null, false, false);
  }

  private List<String> rows(Event... events) throws IOException {
    Path made = folder.resolve("made");
    return Rows.of(
        made,
        new NtlmLog(new ZeekForm(made, false, false, LogFiles.once()), new ZeekIds(), Sight.FULL),
        List.of(events));
  }
}
