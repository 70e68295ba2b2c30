package io.smbscope.output.zeek;

import static io.smbscope.output.zeek.Rows.FLOW;
import static io.smbscope.output.zeek.Rows.at;
import static io.smbscope.output.zeek.Rows.end;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AuthToken;
import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.auth.KerberosMessage;
import io.smbscope.auth.KerberosMessage.ApRep;
import io.smbscope.auth.KerberosMessage.ApReq;
import io.smbscope.auth.KerberosMessage.KrbError;
import io.smbscope.event.Event;
import io.smbscope.event.TokenEvent;
import io.smbscope.output.stream.LogFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected rows: what Zeek's scripts write for the same messages. */
class KerberosLogTest {
  private static final KerberosMessage ANSWER = new ApRep("aes256-cts-hmac-sha1-96", 18);
  private static final String REST = " - - - - - -";

  @TempDir Path folder;

  @Test
  void aRowComesWithTheServersAnswer() throws IOException {
    assertThat(
            rows(
                token(5, Framing.SPNEGO_INIT, ticket("cifs/srv", 18)),
                token(6, Framing.SPNEGO_RESPONSE, ANSWER),
                token(7, Framing.SPNEGO_INIT, ticket("cifs/other", 18)),
                token(8, Framing.SPNEGO_RESPONSE, ANSWER),
                end(FLOW, 9)))
        .containsExactly(
            "0.005000 AP /DOM.EXAMPLE cifs/srv T - - - aes256-cts-hmac-sha1-96" + REST);
  }

  @Test
  void withoutAnswerTheRowComesAtTheConnectionsEnd() throws IOException {
    assertThat(rows(token(5, Framing.SPNEGO_INIT, ticket("cifs/srv", 23)), end(FLOW, 9)))
        .containsExactly("0.005000 AP /DOM.EXAMPLE cifs/srv - - - - rc4-hmac" + REST);
  }

  @ParameterizedTest
  @CsvSource({
    "37,KRB_AP_ERR_SKEW,KRB_AP_ERR_SKEW",
    "65,KDC_ERR_DH_KEY_PARAMETERS_NOT_ACCEPTED,KDC_ERR_KEY_TOO_WEAK",
    "999,999,-"
  })
  void anErrorIsToldByItsNameInZeek(int code, String name, String told) throws IOException {
    assertThat(
            rows(
                token(5, Framing.SPNEGO_INIT, ticket("cifs/srv", 18)),
                token(
                    6,
                    Framing.SPNEGO_RESPONSE,
                    new KrbError(code, name, null, "DOM.EXAMPLE", "srv$", null))))
        .containsExactly(
            "0.005000 AP /DOM.EXAMPLE srv$ F " + told + " - - aes256-cts-hmac-sha1-96" + REST);
  }

  @Test
  void anErrorsTextIsToldBeforeItsName() throws IOException {
    assertThat(
            rows(
                token(
                    6,
                    Framing.SPNEGO_RESPONSE,
                    new KrbError(60, "KRB_ERR_GENERIC", null, null, null, "not\tnow"))))
        .containsExactly("0.006000 - - - F not\\x09now - - -" + REST);
  }

  @ParameterizedTest
  @CsvSource({
    "cifs/srv/dom,17,cifs/srv/dom,aes128-cts-hmac-sha1-96",
    "a/b/c/d,20,unknown,unknown-20",
    "host,99,host,unknown-99"
  })
  void namesAndCiphersThatZeekDoesNotKnow(String name, int etype, String service, String cipher)
      throws IOException {
    assertThat(rows(token(5, Framing.SPNEGO_INIT, ticket(name, etype)), end(FLOW, 9)))
        .containsExactly("0.005000 AP /DOM.EXAMPLE " + service + " - - - - " + cipher + REST);
  }

  @Test
  void onlyWhatSpnegoCarriesIsSeen() throws IOException {
    assertThat(rows(token(5, Framing.RAW_KERBEROS, ticket("cifs/srv", 18)), end(FLOW, 9)))
        .isEmpty();
  }

  private static KerberosMessage ticket(String service, int etype) {
    String name =
        switch (etype) {
          case 17 -> "aes128-cts-hmac-sha1-96";
          case 18 -> "aes256-cts-hmac-sha1-96";
          case 23 -> "rc4-hmac";
          default -> "etype-" + etype;
        };
    return new ApReq(true, false, "DOM.EXAMPLE", service, name, etype, name, etype);
  }

  private static TokenEvent token(long packet, Framing framing, KerberosMessage message) {
    return new TokenEvent(
        at(packet),
        FLOW,
        at(packet),
        true,
        false,
        false,
        new AuthToken(framing, List.of(), null, null, null, message, null, false, false));
  }

  private List<String> rows(Event... events) throws IOException {
    Path made = folder.resolve("made");
    return Rows.of(
        made,
        new KerberosLog(
            new ZeekForm(made, false, false, LogFiles.once()), new ZeekIds(), Sight.FULL),
        List.of(events));
  }
}
