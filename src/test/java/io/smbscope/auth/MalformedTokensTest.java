package io.smbscope.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedTokensTest {
  private final List<Anomaly> anomalies = new ArrayList<>();

  static Stream<String> names() {
    return TokenSamples.ALL.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void cutAtEveryOctet(String name) {
    byte[] whole = TokenSamples.octets(name);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatCode(() -> TokenSamples.decode(part, anomalies)).doesNotThrowAnyException();
    }
  }

  @Test
  void tokenContinuedInTheNextMessageIsNoAnomaly() {
    byte[] whole = TokenSamples.octets("windows-ap-req");

    AuthToken part = TokenSamples.decode(Arrays.copyOf(whole, 1_000), anomalies);

    assertThat(part.truncated()).isTrue();
    assertThat(anomalies).isEmpty();
    assertThat(part.mechTypes()).startsWith("MS Kerberos");
    KerberosMessage.ApReq request = (KerberosMessage.ApReq) part.kerberos();
    assertThat(request.realm()).isEqualTo("SRT-AD.LOCAL");
    assertThat(request.serviceName()).isEqualTo("cifs/BLACKCLOVER-DC");
    assertThat(request.ticketEtype()).isZero();
  }

  @Test
  void truncatedNtlmInSpnegoGivesWhatIsThere() {
    byte[] whole = TokenSamples.octets("samba-ntlmv2");

    AuthToken part = TokenSamples.decode(Arrays.copyOf(whole, 300), anomalies);

    assertThat(part.truncated()).isTrue();
    AuthenticateMessage message = (AuthenticateMessage) part.ntlm();
    assertThat(message.lmResponse()).isEqualTo("00".repeat(24));
    assertThat(message.user()).isNull();
    assertThat(anomalies).isEmpty();
  }

  @Test
  void fieldsOutsideTheMessageSpoilNoOthers() {
    AuthToken token = TokenSamples.decode("smbtorture-fields-outside", anomalies);

    AuthenticateMessage message = (AuthenticateMessage) token.ntlm();
    assertThat(message.user()).isEqualTo("administrator");
    assertThat(message.workstation()).isEqualTo("BLU");
    assertThat(message.domain()).isNull();
    assertThat(message.ntResponse()).isNull();
    assertThat(message.response()).isEqualTo(NtlmResponse.UNKNOWN);
    assertThat(anomalies)
        .hasSize(3)
        .allSatisfy(
            anomaly -> {
              assertThat(anomaly.kind()).isEqualTo(AnomalyKind.MALFORMED_NTLMSSP);
              assertThat(anomaly.at()).isEqualTo(TokenSamples.AT);
              assertThat(anomaly.flow()).isEqualTo(TokenSamples.FLOW);
            });
  }

  @Test
  void avPairLeadingOutOfItsListEndsTheList() {
    byte[] token = TokenSamples.octets("windows-raw-challenge");
    int dnsDomain = indexOf(token, HexFormat.of().parseHex("04001e00"));
    token[dnsDomain + 3] = 0x7F;

    ChallengeMessage message = (ChallengeMessage) TokenSamples.decode(token, anomalies).ntlm();

    assertThat(message.targetInfo().nbComputerName()).isEqualTo("TEST-F7DFBC3FE9");
    assertThat(message.targetInfo().dnsDomainName()).isNull();
    assertThat(message.targetName()).isEqualTo("TEST-F7DFBC3FE9");
    assertThat(anomalies).extracting(Anomaly::kind).containsExactly(AnomalyKind.MALFORMED_NTLMSSP);
  }

  @Test
  void innerLengthBeyondItsElementIsAnAnomaly() {
    byte[] token = TokenSamples.octets("samba-negotiate");
    int mechToken = indexOf(token, "NTLMSSP".getBytes(StandardCharsets.US_ASCII));
    token[mechToken - 1]++;

    AuthToken decoded = TokenSamples.decode(token, anomalies);

    assertThat(decoded.truncated()).isFalse();
    assertThat(decoded.ntlm()).isInstanceOf(NegotiateMessage.class);
    assertThat(anomalies).extracting(Anomaly::kind).containsExactly(AnomalyKind.MALFORMED_SPNEGO);
  }

  @Test
  void noOctetsAreNoAnomaly() {
    assertThat(TokenSamples.decode(new byte[0], anomalies).framing()).isEqualTo(Framing.EMPTY);
    assertThat(anomalies).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00", // no token at all
        "474554202f20485454502f312e310d0a",
        "600506032a0304", // a mechanism that is none of ours
        "60060604ffffffff", // an OID that never ends
        "a203020100", // no choice of NegotiationToken
        "a005300302016f", // an untagged field
        "a1073005a0030a0109", // a negState beyond the last
        "a10b3009a20724050403414243", // a constructed OCTET STRING
        "4e544c4d5353500009000000", // NTLMSSP message type 9
        "4e544c4d53535000",
        "6e0430020500", // an AP-REQ of nothing
      })
  void whatIsNoTokenIsAnAnomaly(String hex) {
    TokenSamples.decode(HexFormat.of().parseHex(hex), anomalies);
    assertThat(anomalies).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a080", "3080", "2480", "a1820fff", "6080", "a003", "7e80", "6e80"})
  void nestingAsDeepAsTheTokenIsLong(String level) {
    String nested = "a0803080a2802480" + level.repeat(65_500 / (level.length() / 2) - 4);
    assertThatCode(() -> TokenSamples.decode(HexFormat.of().parseHex(nested), anomalies))
        .doesNotThrowAnyException();
    String pure = level.repeat(65_500 / (level.length() / 2));
    assertThatCode(() -> TokenSamples.decode(HexFormat.of().parseHex(pure), anomalies))
        .doesNotThrowAnyException();
  }

  @Test
  void longerThanAnySecurityBuffer() {
    byte[] token = Arrays.copyOf(TokenSamples.octets("samba-negotiate"), 65_536);
    assertThat(TokenSamples.decode(token, anomalies).framing()).isEqualTo(Framing.UNKNOWN);
    assertThat(anomalies).extracting(Anomaly::kind).containsExactly(AnomalyKind.LIMIT_REACHED);
  }

  @Property(tries = 3_000)
  void mutatedTokensNeverThrow(
      @ForAll("samples") String name,
      @ForAll @Size(min = 1, max = 6) List<Integer> places,
      @ForAll byte value) {
    byte[] token = TokenSamples.octets(name);
    for (int place : places) {
      token[Math.floorMod(place, token.length)] = (byte) (value + place);
    }
    assertThat(TokenSamples.decode(token, anomalies)).isNotNull();
  }

  @Property(tries = 1_000)
  void anyOctetsBehindAKnownBeginningNeverThrow(
      @ForAll("beginnings") String beginning, @ForAll @Size(max = 200) byte[] rest) {
    byte[] start = HexFormat.of().parseHex(beginning);
    byte[] token = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, token, start.length, rest.length);
    assertThat(TokenSamples.decode(token, anomalies)).isNotNull();
  }

  @Provide
  Arbitrary<String> samples() {
    return Arbitraries.of(TokenSamples.ALL.keySet());
  }

  @Provide
  Arbitrary<String> beginnings() {
    return Arbitraries.of(
        "",
        "60",
        "607f06062b0601050502",
        "607f06092a864886f712010202",
        "a0",
        "a1",
        "6e",
        "6f",
        "7e",
        "4e544c4d5353500001000000",
        "4e544c4d5353500002000000",
        "4e544c4d5353500003000000");
  }

  private static int indexOf(byte[] octets, byte[] part) {
    for (int i = 0; i <= octets.length - part.length; i++) {
      if (Arrays.equals(octets, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
