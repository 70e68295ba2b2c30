package io.smbscope.smb.smb2;

import static io.smbscope.smb.smb2.Smb2Rows.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.smb.SmbRecorder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** NEGOTIATE and SESSION_SETUP: what a connection and a session begin with. */
class Smb2NegotiateTest {
  /** A NEGOTIATE request that offers 3.1.1; contexts begin at 104 octets from the header. */
  private static final String HEADER =
      "fe534d4240000000000000000000010000000000000000000000000000000000"
          + "0000000000000000000000000000000000000000000000000000000000000000";

  private static final String BODY =
      "24000100020000007f000000 000102030405060708090a0b0c0d0e0f 68000000 0400 0000 1103 0000";

  @Test
  void clientOffers() {
    Negotiate.Request request = (Negotiate.Request) body(Smb2Rows.row("negotiate-request"));

    assertThat(request.securityMode()).isEqualTo(1);
    assertThat(request.capabilities()).isEqualTo(0x7f);
    assertThat(request.clientGuid())
        .isEqualTo(UUID.fromString("351187aa-0857-4598-9680-346a242a0033"));
    assertThat(request.dialects()).containsExactly(0x0202, 0x0210, 0x0300, 0x0302, 0x0311);
    assertThat(request.contexts())
        .containsExactly(
            new NegotiateContext.PreauthIntegrity(List.of(1), 32),
            new NegotiateContext.Encryption(List.of(2, 1, 4, 3)),
            new NegotiateContext.Signing(List.of(2, 1, 0)),
            new NegotiateContext.NetName("10.7.0.1"));
  }

  @Test
  void serverChooses() {
    Negotiate.Response response = (Negotiate.Response) body(Smb2Rows.row("negotiate-response"));

    assertThat(response.dialectRevision()).isEqualTo(0x0311);
    assertThat(response.serverGuid())
        .isEqualTo(UUID.fromString("656c6966-7273-0076-0000-000000000000"));
    assertThat(response.capabilities()).isEqualTo(0x0f);
    assertThat(response.maxTransactSize()).isEqualTo(8388608);
    assertThat(response.maxReadSize()).isEqualTo(8388608);
    assertThat(response.maxWriteSize()).isEqualTo(8388608);
    assertThat(response.serverStartTime()).isZero();
    assertThat(HexFormat.of().formatHex(response.securityBuffer().copy()))
        .isEqualTo(
            "604806062b0601050502a03e303ca00e300c060a2b06010401823702020aa32a3028a026"
                + "1b246e6f745f646566696e65645f696e5f5246433431373840706c656173655f69676e6f7265");
    assertThat(NegotiateContext.find(response.contexts(), NegotiateContext.Encryption.class))
        .isEqualTo(new NegotiateContext.Encryption(List.of(2)));
    assertThat(NegotiateContext.find(response.contexts(), NegotiateContext.Signing.class))
        .isEqualTo(new NegotiateContext.Signing(List.of(2)));
    assertThat(NegotiateContext.find(response.contexts(), NegotiateContext.NetName.class)).isNull();
  }

  /** tshark shows the hash after this request. */
  @Test
  void keptMessageGivesThePreauthenticationHash() throws NoSuchAlgorithmException {
    Negotiate.Request request = (Negotiate.Request) body(Smb2Rows.row("negotiate-request"));
    MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
    sha512.update(new byte[64]);

    assertThat(HexFormat.of().formatHex(sha512.digest(request.message().copy())))
        .isEqualTo(
            "672504865c54ed0c6bf4f98df029659e791f0a0b9dfacf01fb219be23194d1c7"
                + "258ff291ae100bec3c03663c87b8ac8e0dedd1ddd3fa95d422234408952d0d25");
  }

  @Test
  void contextsOfEveryType() {
    String contexts =
        "0300 0a00 00000000 0100 0000 01000000 0500 000000000000"
            + "0600 0400 00000000 01000000 00000000"
            + "0700 0a00 00000000 0100 0000 00000000 0100 000000000000"
            + "0001 0200 00000000 abcd";

    Negotiate.Request request = (Negotiate.Request) body(hex(HEADER, BODY, contexts));

    assertThat(request.contexts())
        .containsExactly(
            new NegotiateContext.Compression(1, List.of(5)),
            new NegotiateContext.Transport(1),
            new NegotiateContext.RdmaTransform(List.of(1)),
            new NegotiateContext.Other(0x0100, 2));
  }

  @Test
  void badContextSpoilsNoOther() {
    String contexts =
        "0200 0400 00000000 0900 0100 00000000"
            + "0800 0400 00000000 0100 0100 00000000"
            + "0600 0400 00000000 00000000 00000000"
            + "0500 ff00 00000000 4100";

    SmbRecorder seen = Smb2Rows.decode(hex(HEADER, BODY, contexts));

    Negotiate.Request request = (Negotiate.Request) ((Smb2Message) seen.messages.get(0)).body();
    assertThat(request.contexts())
        .containsExactly(
            new NegotiateContext.Other(2, 4),
            new NegotiateContext.Signing(List.of(1)),
            new NegotiateContext.Transport(0));
    assertThat(seen.anomalies)
        .hasSize(2)
        .allSatisfy(anomaly -> assertThat(anomaly.kind()).isEqualTo(AnomalyKind.MALFORMED_SMB2));
  }

  @Test
  void securityTokens() {
    SessionSetup.Request request =
        (SessionSetup.Request) body(Smb2Rows.row("session-setup-request"));
    SessionSetup.Response response =
        (SessionSetup.Response) body(Smb2Rows.row("session-setup-response"));

    assertThat(request.flags()).isZero();
    assertThat(request.securityMode()).isEqualTo(1);
    assertThat(HexFormat.of().formatHex(request.securityBuffer().copy()))
        .isEqualTo(
            "604806062b0601050502a03e303ca00e300c060a2b06010401823702020aa22a0428"
                + "4e544c4d535350000100000015820862000000002800000000000000280000000601"
                + "00000000000f");
    assertThat(response.sessionFlags()).isZero();
    assertThat(response.securityBuffer().length()).isEqualTo(165);
  }

  private static Smb2Body body(byte[] message) {
    SmbRecorder seen = Smb2Rows.decode(message);
    assertThat(seen.anomalies).isEmpty();
    return ((Smb2Message) seen.messages.get(0)).body();
  }
}
