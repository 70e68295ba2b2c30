package io.smbscope.dissect.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.dissect.Dissected;
import org.junit.jupiter.api.Test;

/** Expected values are tshark 4.0.17's. */
class NtlmsspFieldsTest {
  @Test
  void challengeListsWhatTheServerIs() {
    assertThat(
            Dissected.frame(
                "anonymous.pcap",
                11,
                "ntlmssp.messagetype",
                "ntlmssp.negotiateflags",
                "ntlmssp.challenge.target_info.item.type",
                "ntlmssp.challenge.target_info.dns_computer_name"))
        .containsExactly(
            "0x00000002",
            "0x628a8215",
            "0x0002,0x0001,0x0004,0x0003,0x0007,0x0000",
            "filesrv.lab.example");
  }

  @Test
  void anonymousUserIsNull() {
    assertThat(
            Dissected.frame("anonymous.pcap", 12, "ntlmssp.auth.username", "ntlmssp.auth.hostname"))
        .containsExactly("NULL", "CLIENT1");
  }

  @Test
  void authenticateTellsTimeAndIntegrityCode() {
    assertThat(
            Dissected.frame(
                "smb311.pcap",
                10,
                "ntlmssp.auth.username",
                "ntlmssp.auth.domain",
                "ntlmssp.ntlmv2_response.time",
                "ntlmssp.authenticate.mic"))
        .containsExactly(
            "alice",
            "LABWG",
            "Nov 23, 2026 07:23:48.834263000 UTC",
            "bfeba6cc527424555b75927450ff2c7f");
  }

  @Test
  void mechanismsAreListedByTheirIdentifiers() {
    assertThat(Dissected.frame("kerberos.pcap", 6, "spnego.MechType"))
        .containsExactly("1.2.840.48018.1.2.2,1.2.840.113554.1.2.2,1.3.6.1.4.1.311.2.2.10");
  }
}
