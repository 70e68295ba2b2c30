package io.smbscope.detect.lateral;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.Stamp;
import io.smbscope.cli.Detected;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Trial;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb2.Negotiate;
import io.smbscope.smb.smb2.NegotiateContext;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Header;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolFingerprintTest {
  /** Of a NEGOTIATE. */
  private static final Smb2Header HEADER = new Smb2Header(0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, true);

  private static final String ID = "tool-client-fingerprint";

  private final Trial trial = new Trial();

  @ParameterizedTest
  @CsvSource({
    "impacket-client-smb210.pcap, client",
    "impacket-client-smb300.pcap, client",
    "impacket-server.pcap, server"
  })
  void impacket(String capture, String side) throws Exception {
    List<FindingEvent> findings =
        Detected.in(Settings.DEFAULT, Path.of("sample-captures", capture));

    assertThat(findings)
        .filteredOn(finding -> finding.id().equals(ID))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.values())
                    .containsEntry("tool", "impacket")
                    .containsEntry("side", side));
  }

  @ParameterizedTest
  @ValueSource(strings = {"smb311.pcap", "smb210.pcap", "multi-protocol.pcap", "large-cut.pcap"})
  void samba(String capture) throws Exception {
    assertThat(Detected.idsIn(Path.of("sample-captures", capture))).doesNotContain(ID);
  }

  private static FlowKey flow(Stamp at) {
    Endpoint client = new Endpoint("10.7.0.2", 50000, null);
    Endpoint server = new Endpoint("10.7.0.1", 445, null);
    return new FlowKey(1, at, true, client, server, List.of(), false);
  }

  private void see(Smb2Body request, Smb2Body response) {
    Stamp at = trial.next();
    trial.see(
        new Smb2CommandEvent(
            at, flow(at), null, null, at, HEADER, request, at, HEADER, response, false, 0, 0, null,
            null));
  }

  private static Negotiate.Response responder(long started, long maxRead) {
    return new Negotiate.Response(
        1,
        0x02FF,
        UUID.fromString("ee85abf7-eaf6-0c4f-9281-92476deb76a9"),
        7,
        1 << 20,
        maxRead,
        1 << 20,
        133_000_000_000_000_000L,
        started,
        Bytes.EMPTY,
        List.of(),
        null);
  }

  @Test
  void responder() {
    see(null, responder(133_000_000_000_000_000L, 1 << 20));

    assertThat(trial.raised(ID).get(0).values()).containsEntry("tool", "Responder");
  }

  @Test
  void windowsThatRunsForLong() {
    see(null, responder(132_000_000_000_000_000L, 1 << 20));
    see(null, responder(133_000_000_000_000_000L, 1 << 23));

    assertThat(trial.raised(ID)).isEmpty();
  }

  private static Negotiate.Request smbj(int securityMode) {
    return new Negotiate.Request(
        securityMode,
        0x7F,
        UUID.fromString("0f6c1d5e-9d0a-4c3b-8f5e-2b1a7c9d3e4f"),
        List.of(0x0202, 0x0210, 0x0300, 0x0302, 0x0311),
        List.of(
            new NegotiateContext.PreauthIntegrity(List.of(1), 32),
            new NegotiateContext.Encryption(List.of(2, 1))),
        Bytes.of(new byte[200]));
  }

  @Test
  void smbj() {
    see(smbj(2), null);

    assertThat(trial.raised(ID).get(0).values()).containsEntry("tool", "smbj");
  }

  @Test
  void clientWithBothModes() {
    see(smbj(3), null);

    assertThat(trial.raised(ID)).isEmpty();
  }

  private void logon(String nativeOs, String nativeLanMan) {
    Stamp at = trial.next();
    SessionSetupAndX.Request request =
        new SessionSetupAndX.Request(
            SessionSetupAndX.Form.NT_LM,
            16644,
            10,
            1,
            0,
            0x80D4,
            Bytes.EMPTY,
            Bytes.EMPTY,
            "ALICE",
            "LABWG",
            nativeOs,
            nativeLanMan,
            Bytes.EMPTY);
    Smb1Header header = new Smb1Header(0x73, 0, 0, 0xC001, 1, 0, 0, 1, true);
    trial.see(
        new Smb1CommandEvent(
            at,
            flow(at),
            "NT LM 0.12",
            null,
            at,
            header,
            null,
            null,
            null,
            List.of(new Smb1CommandEvent.Step(0x73, request, null, null))));
  }

  @Test
  void jcifs() {
    logon("Linux", "jCIFS");

    assertThat(trial.raised(ID).get(0).values())
        .containsEntry("tool", "jCIFS")
        .containsEntry("native-lan-manager", "jCIFS");
  }

  @Test
  void othersByTheirNames() {
    logon("jCIFS", "Samba 4.17.12-Debian");
    logon("Unix", null);

    assertThat(trial.raised(ID)).isEmpty();
  }
}
