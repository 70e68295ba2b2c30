package io.smbscope.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.Detected;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real servers and clients: a capture that shows it, and one that nearly does. */
class ExposureInCapturesTest {
  @ParameterizedTest(name = "{0}: {1}, not {2}")
  @CsvSource({
    "smb1-negotiated, nt1, multi-protocol",
    "smb1-offered, multi-protocol, smb311",
    "smb1-only-client, lanman1, multi-protocol",
    "netbios-ssn-139, port139-smb311, smb311",
    "netbios-ssn-139, port139-refused, nt1",
    "server-signing-optional, smb210, kerberos",
    "session-unsigned, smb210, signed-smb210",
    "session-unsigned, nt1, signed-nt1",
    "session-unsigned, smb311, guest",
    "session-unsigned, smb300, encrypted-session-smb300",
    "session-cleartext-capable, smb311, encrypted-share",
    "session-cleartext-capable, smb300, smb210",
    "weak-cipher, encrypted-session-smb300, smb300",
    "weak-cipher, encrypted-session-smb300, encrypted-session-smb311",
    "null-session, anonymous, guest",
    "null-session, anonymous-nt1, nt1",
    "ntlmv1, ntlmv1, smb311",
    "ntlmv1, ntlmv1-nt1, lm",
    "lm-response, lm, ntlmv1",
    "smb1-plaintext-password, plain-text, lm",
    "ntlm-static-challenge, impacket-server, impacket-client-nt1",
  })
  void found(String id, String shows, String nearly) throws Exception {
    assertThat(Detected.idsIn(capture(shows))).contains(id);
    assertThat(Detected.idsIn(capture(nearly))).doesNotContain(id);
  }

  private static Path capture(String name) {
    return Path.of("sample-captures", name + ".pcap");
  }
}
