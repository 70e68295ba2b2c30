package io.smbscope.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.base.Anomaly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralString;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages made with Bouncy Castle's encoder after the ASN.1 module of [RFC 4120] A. */
class KerberosTest {
  private final List<Anomaly> anomalies = new ArrayList<>();

  @Test
  void errorOfServerWithAnotherClock() throws IOException {
    byte[] error =
        application(
            30,
            field(0, new ASN1Integer(5)),
            field(1, new ASN1Integer(30)),
            field(4, new ASN1GeneralizedTime("20240229123456Z")),
            field(5, new ASN1Integer(123_456)),
            field(6, new ASN1Integer(37)),
            field(9, string("EXAMPLE.COM")),
            field(10, principal("cifs", "srv.example.com")),
            field(11, string("clock skew")),
            field(12, new DEROctetString(new byte[] {1, 2})));

    AuthToken token = TokenSamples.decode(framed(0x03, error), anomalies);

    assertThat(anomalies).isEmpty();
    assertThat(token.framing()).isEqualTo(Framing.RAW_KERBEROS);
    assertThat(token.kerberos())
        .isEqualTo(
            new KerberosMessage.KrbError(
                37,
                "KRB_AP_ERR_SKEW",
                Instant.parse("2024-02-29T12:34:56Z"),
                "EXAMPLE.COM",
                "cifs/srv.example.com",
                "clock skew"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, des-cbc-crc",
    "3, des-cbc-md5",
    "17, aes128-cts-hmac-sha1-96",
    "20, aes256-cts-hmac-sha384-192",
    "23, rc4-hmac",
    "-133, rc4-hmac-old",
    "99, etype-99",
  })
  void encryptionTypes(int etype, String name) throws IOException {
    AuthToken token = TokenSamples.decode(framed(0x01, apReq(etype, 17)), anomalies);

    assertThat(anomalies).isEmpty();
    assertThat(token.kerberos())
        .isEqualTo(
            new KerberosMessage.ApReq(
                false,
                true,
                "EXAMPLE.COM",
                "cifs/srv",
                name,
                etype,
                "aes128-cts-hmac-sha1-96",
                17));
  }

  @Test
  void messageWithoutFrame() throws IOException {
    AuthToken token = TokenSamples.decode(apReq(18, 18), anomalies);
    assertThat(token.framing()).isEqualTo(Framing.RAW_KERBEROS);
    assertThat(token.kerberos()).isInstanceOf(KerberosMessage.ApReq.class);
  }

  private static byte[] apReq(int ticketEtype, int etype) throws IOException {
    DERSequence ticket =
        new DERSequence(
            new ASN1Encodable[] {
              field(0, new ASN1Integer(5)),
              field(1, string("EXAMPLE.COM")),
              field(2, principal("cifs", "srv")),
              field(3, encryptedData(ticketEtype))
            });
    return application(
        14,
        field(0, new ASN1Integer(5)),
        field(1, new ASN1Integer(14)),
        field(2, new DERBitString(new byte[] {0x40, 0, 0, 0})),
        field(3, new DERTaggedObject(true, BERTags.APPLICATION, 1, ticket)),
        field(4, encryptedData(etype)));
  }

  /** With the kvno of a read-only domain controller, which takes 32 bits unsigned. */
  private static DERSequence encryptedData(int etype) {
    return new DERSequence(
        new ASN1Encodable[] {
          field(0, new ASN1Integer(etype)),
          field(1, new ASN1Integer(0xFFF0_0001L)),
          field(2, new DEROctetString(new byte[600]))
        });
  }

  private static DERSequence principal(String... parts) {
    ASN1EncodableVector names = new ASN1EncodableVector();
    for (String part : parts) {
      names.add(string(part));
    }
    return new DERSequence(
        new ASN1Encodable[] {field(0, new ASN1Integer(2)), field(1, new DERSequence(names))});
  }

  private static ASN1GeneralString string(String text) {
    return new DERGeneralString(text);
  }

  private static DERTaggedObject field(int number, ASN1Encodable value) {
    return new DERTaggedObject(true, number, value);
  }

  private static byte[] application(int number, ASN1Encodable... fields) throws IOException {
    return new DERTaggedObject(true, BERTags.APPLICATION, number, new DERSequence(fields))
        .getEncoded();
  }

  /** InitialContextToken of the Kerberos mechanism. [RFC 4121] 4.1 */
  private static byte[] framed(int tokenId, byte[] message) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(new ASN1ObjectIdentifier("1.2.840.113554.1.2.2").getEncoded());
    content.write(tokenId);
    content.write(0);
    content.writeBytes(message);
    ByteArrayOutputStream token = new ByteArrayOutputStream();
    token.write(0x60);
    token.write(0x82);
    token.write(content.size() >> 8);
    token.write(content.size());
    token.writeBytes(content.toByteArray());
    return token.toByteArray();
  }
}
