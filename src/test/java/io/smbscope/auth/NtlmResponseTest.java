package io.smbscope.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NtlmResponseTest {
  private static final String LM = "b090ec78dfcd79ae4666dd43de25c5073bd57118db82281c";
  private static final String NT = "6c69729cc6d3da281207a22d152f23ab1fb5cc63e136caca";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "LM beside NTLMv1, " + LM + ", " + NT + ", alice, NTLMV1, true",
    "NT response repeated, " + NT + ", " + NT + ", alice, NTLMV1, false",
    "NTLMv1 alone, '', " + NT + ", alice, NTLMV1, false",
    "LM alone, " + LM + ", '', alice, LM, true",
    "client challenge, 0fccf37e78e2254c00000000000000000000000000000000, "
        + NT
        + ", alice, NTLMV1_ESS, false",
    "LMv2 beside NTLMv2, " + LM + ", " + NT + NT + ", alice, NTLMV2, false",
    "null session, '', '', '', ANONYMOUS, false",
    "null session with one zero, 00, '', '', ANONYMOUS, false",
    "not a zero, 01, '', '', UNKNOWN, false",
    "user without response, '', '', alice, UNKNOWN, false",
    "plain text, 50617373, '', alice, UNKNOWN, false",
  })
  void kindOfResponse(
      String what, String lm, String nt, String user, NtlmResponse kind, boolean lmHashUsed) {
    assertThat(NtlmResponse.classify(bytes(lm), bytes(nt), user.isEmpty()))
        .as(what)
        .isEqualTo(kind);
    assertThat(NtlmResponse.lmHashUsed(bytes(lm), bytes(nt))).as(what).isEqualTo(lmHashUsed);
  }

  private static Bytes bytes(String hex) {
    return Bytes.of(HexFormat.of().parseHex(hex));
  }
}
