package io.smbscope.auth;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1BitStringParser;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1TaggedObjectParser;
import org.bouncycastle.asn1.BERTags;

/** Decodes AP-REQ, AP-REP and KRB-ERROR as far as they are not encrypted. [RFC 4120] 5.5, 5.9 */
final class Kerberos {
  private static final int TICKET = 1;
  private static final int AP_REQ = 14;
  private static final int AP_REP = 15;
  private static final int KRB_ERROR = 30;

  /** Octets of the token id before the message. [RFC 4121] 4.1 */
  private static final int TOKEN_ID_LENGTH = 2;

  private static final int USE_SESSION_KEY = 0x40;
  private static final int MUTUAL_REQUIRED = 0x20;

  private static final int MAX_NAME_PARTS = 16;

  /** Characters of yyyyMMddHHmmss. */
  private static final int TIME_LENGTH = 14;

  private boolean mutualRequired;
  private boolean useSessionKey;
  private String realm;
  private String serviceName;
  private int ticketEtype;
  private int etype;
  private int errorCode;
  private Instant serverTime;
  private String text;

  private Kerberos() {}

  /** The octets begin as one of the messages does. */
  static boolean isMessage(Bytes octets) {
    if (octets.isEmpty()) {
      return false;
    }
    int first = octets.u8(0);
    return first == Der.applicationTag(AP_REQ)
        || first == Der.applicationTag(AP_REP)
        || first == Der.applicationTag(KRB_ERROR);
  }

  /**
   * The message behind a token id, null when it is none of these three (such as the TGT-REQ of
   * user-to-user).
   */
  static KerberosMessage decodeToken(Bytes token, Complaints complaints) {
    if (token.length() <= TOKEN_ID_LENGTH) {
      return null;
    }
    Bytes message = token.from(TOKEN_ID_LENGTH);
    return isMessage(message) ? decode(message, complaints) : null;
  }

  /** A message for which {@link #isMessage} holds. */
  static KerberosMessage decode(Bytes message, Complaints complaints) {
    Kerberos reader = new Kerberos();
    int first = message.u8(0);
    try {
      ASN1TaggedObjectParser tagged = new Der(message).tagged();
      ASN1SequenceParser fields =
          Der.sequence(Der.explicit(tagged, BERTags.APPLICATION, tagged.getTagNo()));
      switch (tagged.getTagNo()) {
        case AP_REQ -> reader.readApReq(fields);
        case AP_REP -> reader.readApRep(fields);
        default -> reader.readError(fields);
      }
    } catch (IOException | RuntimeException e) {
      complaints.add(
          AnomalyKind.MALFORMED_KERBEROS,
          "RFC 4120 5.5",
          "Kerberos message of " + message.length() + " octets cannot be read to its end",
          e);
    }
    return reader.toMessage(first);
  }

  private KerberosMessage toMessage(int first) {
    if (first == Der.applicationTag(AP_REP)) {
      return new KerberosMessage.ApRep(EncryptionType.name(etype), etype);
    }
    if (first == Der.applicationTag(KRB_ERROR)) {
      return new KerberosMessage.KrbError(
          errorCode, KerberosError.name(errorCode), serverTime, realm, serviceName, text);
    }
    return new KerberosMessage.ApReq(
        mutualRequired,
        useSessionKey,
        realm,
        serviceName,
        EncryptionType.name(ticketEtype),
        ticketEtype,
        EncryptionType.name(etype),
        etype);
  }

  private void readApReq(ASN1SequenceParser fields) throws IOException {
    ASN1Encodable next;
    while ((next = fields.readObject()) != null) {
      ASN1TaggedObjectParser field = Der.tagged(next);
      switch (field.getTagNo()) {
        case 0, 1 -> Der.integer(field.parseExplicitBaseObject());
        case 2 -> readOptions(field.parseExplicitBaseObject());
        case 3 -> readTicket(field.parseExplicitBaseTagged());
        case 4 -> etype = readEncryptedData(field.parseExplicitBaseObject());
        default -> throw new IOException("tag " + field.getTagNo() + " in an AP-REQ");
      }
    }
  }

  private void readApRep(ASN1SequenceParser fields) throws IOException {
    ASN1Encodable next;
    while ((next = fields.readObject()) != null) {
      ASN1TaggedObjectParser field = Der.tagged(next);
      ASN1Encodable value = field.parseExplicitBaseObject();
      switch (field.getTagNo()) {
        case 0, 1 -> Der.integer(value);
        case 2 -> etype = readEncryptedData(value);
        default -> throw new IOException("tag " + field.getTagNo() + " in an AP-REP");
      }
    }
  }

  private void readError(ASN1SequenceParser fields) throws IOException {
    ASN1Encodable next;
    while ((next = fields.readObject()) != null) {
      ASN1TaggedObjectParser field = Der.tagged(next);
      ASN1Encodable value = field.parseExplicitBaseObject();
      switch (field.getTagNo()) {
        case 0, 1, 3, 5 -> Der.integer(value);
        case 2 -> readTime(value);
        case 4 -> serverTime = readTime(value);
        case 6 -> errorCode = Der.integer(value);
        case 7 -> Der.generalString(value);
        case 8 -> readPrincipalName(value);
        case 9 -> realm = Der.generalString(value);
        case 10 -> serviceName = readPrincipalName(value);
        case 11 -> text = Der.generalString(value);
        case 12 -> Der.skipOctets(value);
        default -> throw new IOException("tag " + field.getTagNo() + " in a KRB-ERROR");
      }
    }
  }

  private void readTicket(ASN1TaggedObjectParser ticket) throws IOException {
    ASN1SequenceParser fields = Der.sequence(Der.explicit(ticket, BERTags.APPLICATION, TICKET));
    ASN1Encodable next;
    while ((next = fields.readObject()) != null) {
      ASN1TaggedObjectParser field = Der.tagged(next);
      ASN1Encodable value = field.parseExplicitBaseObject();
      switch (field.getTagNo()) {
        case 0 -> Der.integer(value);
        case 1 -> realm = Der.generalString(value);
        case 2 -> serviceName = readPrincipalName(value);
        case 3 -> ticketEtype = readEncryptedData(value);
        default -> throw new IOException("tag " + field.getTagNo() + " in a Ticket");
      }
    }
  }

  /** APOptions: bit 1 use-session-key, bit 2 mutual-required, from the uppermost. */
  private void readOptions(ASN1Encodable value) throws IOException {
    if (!(value instanceof ASN1BitStringParser bits)) {
      throw Der.unexpected("BIT STRING", value);
    }
    byte[] octets = bits.getOctetStream().readNBytes(Der.MAX_LENGTH);
    if (octets.length > 0) {
      useSessionKey = (octets[0] & USE_SESSION_KEY) != 0;
      mutualRequired = (octets[0] & MUTUAL_REQUIRED) != 0;
    }
  }

  private static String readPrincipalName(ASN1Encodable value) throws IOException {
    ASN1SequenceParser fields = Der.sequence(value);
    StringBuilder name = new StringBuilder();
    ASN1Encodable next;
    while ((next = fields.readObject()) != null) {
      ASN1TaggedObjectParser field = Der.tagged(next);
      ASN1Encodable content = field.parseExplicitBaseObject();
      switch (field.getTagNo()) {
        case 0 -> Der.integer(content);
        case 1 -> readNameParts(Der.sequence(content), name);
        default -> throw new IOException("tag " + field.getTagNo() + " in a PrincipalName");
      }
    }
    return name.toString();
  }

  private static void readNameParts(ASN1SequenceParser parts, StringBuilder name)
      throws IOException {
    ASN1Encodable part;
    for (int count = 0; (part = parts.readObject()) != null; count++) {
      if (count == MAX_NAME_PARTS) {
        throw new IOException("more than " + MAX_NAME_PARTS + " parts in a PrincipalName");
      }
      name.append(count == 0 ? "" : "/").append(Der.generalString(part));
    }
  }

  /** The etype; kvno and cipher text are passed over. */
  private static int readEncryptedData(ASN1Encodable value) throws IOException {
    ASN1SequenceParser fields = Der.sequence(value);
    int encryption = 0;
    ASN1Encodable next;
    while ((next = fields.readObject()) != null) {
      ASN1TaggedObjectParser field = Der.tagged(next);
      ASN1Encodable content = field.parseExplicitBaseObject();
      switch (field.getTagNo()) {
        case 0 -> encryption = Der.integer(content);
        case 1 -> {
          // kvno, up to 32 bits unsigned: already read with its tag
        }
        case 2 -> Der.skipOctets(content);
        default -> throw new IOException("tag " + field.getTagNo() + " in an EncryptedData");
      }
    }
    return encryption;
  }

  /** KerberosTime: whole seconds of UTC. [RFC 4120] 5.2.3 */
  private static Instant readTime(ASN1Encodable value) throws IOException {
    if (!(value instanceof ASN1GeneralizedTime time)) {
      throw Der.unexpected("GeneralizedTime", value);
    }
    String digits = time.getTimeString();
    try {
      return LocalDateTime.parse(
              digits.substring(0, Math.min(TIME_LENGTH, digits.length())),
              DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IOException("KerberosTime " + digits, e);
    }
  }
}
