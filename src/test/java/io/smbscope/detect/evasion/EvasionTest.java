package io.smbscope.detect.evasion;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AuthToken;
import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.AuthenticateMessage.Layout;
import io.smbscope.auth.AvPairs;
import io.smbscope.auth.NtlmResponse;
import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.cli.Detected;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AConnection;
import io.smbscope.detect.events.ANegotiation;
import io.smbscope.detect.events.ASession;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.FlowKey;
import io.smbscope.event.OpenRef;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TokenEvent;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData.NetworkInterface;
import io.smbscope.smb.smb2.IoctlData.NetworkInterfaces;
import io.smbscope.smb.smb2.SessionSetup;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Header;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvasionTest {
  private static final Endpoint CLIENT = new Endpoint("10.7.0.2", 50000, null);
  private static final List<String> ALL =
      List.of(
          "time-skew",
          "start-equals-system-time",
          "tcp-overlap",
          "nbss-length-lie",
          "file-overlap",
          "andx-chain",
          "padding-evasion",
          "direction-flip",
          "oversize-io",
          "too-many-tx",
          "messageid-abuse",
          "ntlmssp-odd-layout",
          "channel-foreign-ip",
          "session-hijack");

  private final Trial trial = new Trial();

  private static FlowKey flow(long id, String server) {
    Stamp start = new Stamp(1, 1_700_000_000_000_000_000L);
    Endpoint itsServer = new Endpoint(server, 445, null);
    return new FlowKey(id, start, true, CLIENT, itsServer, List.of(), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smb311",
        "smb202",
        "nt1",
        "nt1-ascii",
        "lanman2",
        "multichannel",
        "session-bind",
        "compound",
        "disorder",
        "gaps-smb311",
        "gaps-nt1",
        "midstream-smb311",
        "one-direction",
        "large-cut",
        "encrypted-session-smb311",
        "durable",
        "notify-lock",
        "session-reauth",
        "impacket-client-nt1"
      })
  void ordinaryUseAndLoss(String capture) throws Exception {
    assertThat(Detected.idsIn(Path.of("sample-captures", capture + ".pcap")))
        .doesNotContainAnyElementsOf(ALL);
  }

  @Test
  void serverThatStartsWithEachConnection() throws Exception {
    assertThat(Detected.idsIn(Path.of("sample-captures", "impacket-server.pcap")))
        .contains("start-equals-system-time");
  }

  @ParameterizedTest
  @CsvSource({"299, 0", "-301, 1", "86400, 1"})
  void clock(long ahead, int findings) {
    Stamp at = trial.next();
    Instant time = Instant.ofEpochSecond(ahead, at.nanos());
    trial.see(
        new AConnection().at(at).negotiation(new ANegotiation().serverTime(time).build()).begun());

    assertThat(trial.raised("time-skew")).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({
    "MS-SMB2 2.2.1, direction-flip",
    "MS-SMB2 3.3.5.12, oversize-io",
    "MS-SMB2 3.3.5.13, oversize-io",
    "MS-SMB2 3.3.1.2, too-many-tx",
    "MS-SMB2 3.3.5.2.3, messageid-abuse",
    "MS-SMB2 3.2.5.1.2, messageid-abuse",
    "MS-SMB2 3.3.5.2.9, session-hijack"
  })
  void unexpectedMessages(String section, String id) {
    anomaly(AnomalyKind.UNEXPECTED_MESSAGE, section, "");

    assertThat(trial.raised(id)).hasSize(1);
  }

  private void anomaly(AnomalyKind kind, String section, String detail) {
    trial.see(
        new AnomalyEvent(new Anomaly(kind, trial.next(), 1, section, detail), flow(1, "10.7.0.1")));
  }

  @Test
  void loss() {
    anomaly(AnomalyKind.FRAMING_LOST, "RFC 1002 4.3", "a gap of 152 octets hides the next frame");
    anomaly(AnomalyKind.MALFORMED_SMB2, "MS-SMB2 2.2.1", "unknown command 0x00ff");
    anomaly(AnomalyKind.LIMIT_REACHED, "", "request 7 evicted");
    anomaly(AnomalyKind.TCP_GAP, "", "152 octets at 1810 from the server were not captured");

    assertThat(ALL).allSatisfy(id -> assertThat(trial.raised(id)).isEmpty());
  }

  @Test
  void dataOffset() {
    anomaly(AnomalyKind.UNEXPECTED_MESSAGE, "MS-SMB2 2.2.21", "DataOffset 200 behind 112 octets");

    assertThat(trial.raised("padding-evasion")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"USUAL, 0", "REORDERED, 1", "OVERLAPPING, 1"})
  void layout(Layout layout, int findings) {
    AuthenticateMessage message =
        new AuthenticateMessage(
            0,
            "",
            "",
            NtlmResponse.NTLMV2,
            "LAB",
            "alice",
            "PC",
            null,
            null,
            null,
            AvPairs.NONE,
            layout);
    AuthToken token =
        new AuthToken(
            AuthToken.Framing.RAW_NTLM, List.of(), null, null, message, null, null, false, false);
    Stamp at = trial.next();
    trial.see(new TokenEvent(at, flow(1, "10.7.0.1"), at, true, false, false, token));

    assertThat(trial.raised("ntlmssp-odd-layout")).hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "true, 1"})
  void fileStartChanged(boolean altered, int findings) {
    Stamp at = trial.next();
    trial.see(
        new ContentEvent(
            at,
            flow(1, "10.7.0.1"),
            null,
            new OpenRef(1, 1, 1, "a.exe", "file", at),
            true,
            at,
            at,
            20,
            20,
            0,
            20,
            altered,
            null,
            true,
            null,
            null,
            null,
            null,
            null));

    assertThat(trial.raised("file-overlap")).hasSize(findings);
  }

  @Test
  void channelToAnnouncedAddress() {
    announced("0a070001", "0a070005");
    binds("c1", "10.7.0.5");

    assertThat(trial.raised("channel-foreign-ip")).isEmpty();
  }

  @Test
  void channelToAnotherAddress() {
    announced("0a070001", "0a070005");
    binds("c1", "10.7.0.66");

    assertThat(trial.raised("channel-foreign-ip")).hasSize(1);
  }

  @Test
  void channelOfAnotherClient() {
    announced("0a070001", "0a070005");
    binds("c2", "10.7.0.5");

    assertThat(trial.raised("channel-foreign-ip")).hasSize(1);
  }

  /** Connection 1 sets the session up and asks for the server's interfaces. */
  private void announced(String... addresses) {
    connects(1, "c1", "10.7.0.1");
    trial.see(new ASession().begun());
    List<NetworkInterface> interfaces = new ArrayList<>();
    for (String address : addresses) {
      interfaces.add(new NetworkInterface(1, 1, 1_000_000_000L, address));
    }
    FileId none = new FileId(-1, -1);
    trial.see(
        command(
            0x0B,
            flow(1, "10.7.0.1"),
            new Ioctl.Request(0x0014_01FCL, none, 0, 0, 0, 65_536, 1, null),
            new Ioctl.Response(
                0x0014_01FCL, none, 0, 152, 0, new NetworkInterfaces(List.copyOf(interfaces)))));
  }

  private void binds(String clientGuid, String server) {
    connects(2, clientGuid, server);
    trial.see(
        command(
            1,
            flow(2, server),
            new SessionSetup.Request(1, 1, 0, 0, Bytes.EMPTY),
            new SessionSetup.Response(0, Bytes.EMPTY)));
  }

  private void connects(long id, String clientGuid, String server) {
    trial.see(
        new AConnection()
            .id(id)
            .server(new Endpoint(server, 445, null))
            .negotiation(new ANegotiation().clientGuid(clientGuid).serverGuid("s").build())
            .begun());
  }

  private Event command(int command, FlowKey flow, Smb2Body request, Smb2Body response) {
    Stamp asked = trial.next();
    Stamp answered = trial.next();
    return new Smb2CommandEvent(
        answered,
        flow,
        "3.1.1",
        null,
        asked,
        new Smb2Header(command, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, true),
        request,
        answered,
        new Smb2Header(command, 1, 0, 1, 1, 0, 1, 0, 0, 0, 1, true),
        response,
        false,
        1,
        0,
        null,
        null);
  }
}
