package io.smbscope.auth;

import io.smbscope.auth.AuthToken.Framing;
import io.smbscope.auth.AuthToken.NegState;
import io.smbscope.base.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitStringParser;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1TaggedObjectParser;

/**
 * One NegotiationToken. [RFC 4178] 4.2, [MS-SPNG] 2.2.1. It fills up while it is read, so that what
 * came before a malformed part stays.
 */
final class Spnego {
  /** First octet of a NegTokenInit that stands alone. */
  static final int INIT_FIRST_OCTET = 0xA0;

  /** First octet of a NegTokenResp. */
  static final int RESPONSE_FIRST_OCTET = 0xA1;

  /** Mechanisms of one list that are kept; servers offer five. */
  private static final int MAX_MECHANISMS = 32;

  private static final NegState[] NEG_STATES = NegState.values();

  private final Der token;
  private final List<String> mechTypes = new ArrayList<>();
  private String supportedMech;
  private NegState negState;
  private String hintName;
  private boolean mechListMic;
  private Bytes mechToken = Bytes.EMPTY;

  Spnego(Der token) {
    this.token = token;
  }

  /** mechToken or responseToken, empty when there is none. */
  Bytes mechToken() {
    return mechToken;
  }

  AuthToken toAuthToken(
      Framing framing, NtlmMessage ntlm, KerberosMessage kerberos, boolean truncated) {
    return new AuthToken(
        framing,
        List.copyOf(mechTypes),
        supportedMech,
        negState,
        ntlm,
        kerberos,
        hintName,
        mechListMic,
        truncated);
  }

  void read() throws IOException {
    ASN1TaggedObjectParser choice = token.tagged();
    if (choice.hasContextTag(0)) {
      readInit(Der.sequence(choice.parseExplicitBaseObject()));
    } else if (choice.hasContextTag(1)) {
      readResponse(Der.sequence(choice.parseExplicitBaseObject()));
    } else {
      throw new IOException("tag " + choice.getTagNo() + " is no NegotiationToken");
    }
  }

  private void readInit(ASN1SequenceParser fields) throws IOException {
    ASN1Encodable next;
    while ((next = fields.readObject()) != null) {
      ASN1TaggedObjectParser field = Der.tagged(next);
      ASN1Encodable value = field.parseExplicitBaseObject();
      switch (field.getTagNo()) {
        case 0 -> readMechTypes(Der.sequence(value));
        case 1 -> skipReqFlags(value);
        case 2 -> mechToken = token.octets(value);
        case 3 -> readHintsOrMic(value);
        case 4 -> readMechListMic(value);
        default -> throw new IOException("tag " + field.getTagNo() + " in a NegTokenInit");
      }
    }
  }

  private void readResponse(ASN1SequenceParser fields) throws IOException {
    ASN1Encodable next;
    while ((next = fields.readObject()) != null) {
      ASN1TaggedObjectParser field = Der.tagged(next);
      ASN1Encodable value = field.parseExplicitBaseObject();
      switch (field.getTagNo()) {
        case 0 -> negState = readNegState(value);
        case 1 -> supportedMech = Mechanism.name(Der.oid(value));
        case 2 -> mechToken = token.octets(value);
        case 3 -> readMechListMic(value);
        default -> throw new IOException("tag " + field.getTagNo() + " in a NegTokenResp");
      }
    }
  }

  private void readMechTypes(ASN1SequenceParser list) throws IOException {
    ASN1Encodable next;
    while ((next = list.readObject()) != null) {
      if (mechTypes.size() == MAX_MECHANISMS) {
        throw new IOException("more than " + MAX_MECHANISMS + " mechanisms");
      }
      mechTypes.add(Mechanism.name(Der.oid(next)));
    }
  }

  /** ContextFlags, which nobody sends any more. */
  private static void skipReqFlags(ASN1Encodable value) throws IOException {
    if (!(value instanceof ASN1BitStringParser flags)) {
      throw Der.unexpected("BIT STRING", value);
    }
    flags.getOctetStream().skipNBytes(1);
  }

  /** negHints in NegTokenInit2 of [MS-SPNG], mechListMIC in NegTokenInit of [RFC 4178]. */
  private void readHintsOrMic(ASN1Encodable value) throws IOException {
    if (!(value instanceof ASN1SequenceParser hints)) {
      readMechListMic(value);
      return;
    }
    ASN1Encodable next;
    while ((next = hints.readObject()) != null) {
      ASN1TaggedObjectParser hint = Der.tagged(next);
      ASN1Encodable content = hint.parseExplicitBaseObject();
      if (hint.getTagNo() == 0) {
        hintName = Der.generalString(content);
      } else {
        Der.skipOctets(content);
      }
    }
  }

  private void readMechListMic(ASN1Encodable value) throws IOException {
    Der.skipOctets(value);
    mechListMic = true;
  }

  private static NegState readNegState(ASN1Encodable value) throws IOException {
    if (!(value instanceof ASN1Enumerated state)) {
      throw Der.unexpected("ENUMERATED", value);
    }
    int number = state.intValueExact();
    if (number < 0 || number >= NEG_STATES.length) {
      throw new IOException("negState " + number);
    }
    return NEG_STATES[number];
  }
}
