package io.smbscope.auth;

import io.smbscope.base.Bytes;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1TaggedObjectParser;
import org.bouncycastle.asn1.BERTags;

/**
 * The GSS-API's mechanism-independent frame around a token. [RFC 2743] 3.1
 *
 * @param mechanism named as in {@link Mechanism}
 * @param inner the mechanism's own token
 * @param truncated the frame says that it is longer
 */
record GssToken(String mechanism, Bytes inner, boolean truncated) {
  static final int FIRST_OCTET = BERTags.APPLICATION | BERTags.CONSTRUCTED;

  static GssToken read(Bytes token) throws IOException {
    Der der = new Der(token);
    ASN1TaggedObjectParser frame = der.tagged();
    if (!frame.hasTag(BERTags.APPLICATION, 0)) {
      throw new IOException("no InitialContextToken");
    }
    ASN1SequenceParser content = Der.sequence(frame.parseBaseUniversal(false, BERTags.SEQUENCE));
    String mechanism = Mechanism.name(Der.oid(content.readObject()));
    int inner = token.length() - der.remaining();
    return new GssToken(mechanism, token.from(inner), der.truncated());
  }
}
