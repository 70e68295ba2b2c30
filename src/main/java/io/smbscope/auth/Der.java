package io.smbscope.auth;

import io.smbscope.base.Bytes;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.ASN1TaggedObjectParser;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetStringParser;

/**
 * One DER element, pulled apart piece by piece: the depth is the caller's, never the input's, and
 * of an element that is cut short all pieces before the cut can be had. Each piece must be read to
 * its end before the next. What is not of the type asked for throws {@link IOException}.
 */
final class Der {
  /** A security buffer's length has 16 bits. */
  static final int MAX_LENGTH = 0xFFFF;

  private static final int LONG_FORM = 0x80;
  private static final int CHUNK = 256;

  private final ByteArrayInputStream in;
  private final ASN1StreamParser parser;
  private final boolean truncated;
  private boolean cutOctets;

  Der(Bytes octets) {
    in = new ByteArrayInputStream(octets.copy());
    truncated = isTruncated(octets);
    // Bouncy Castle allocates a primitive's octets up to this limit before it reads them.
    parser = new ASN1StreamParser(in, truncated ? MAX_LENGTH : octets.length());
  }

  /** The element says that it has more octets than there are. */
  boolean truncated() {
    return truncated;
  }

  /** An OCTET STRING read here was cut short. */
  boolean cutOctets() {
    return cutOctets;
  }

  /** Octets behind what was read so far. */
  int remaining() {
    return in.available();
  }

  /** The element, which must have a tag of its own. */
  ASN1TaggedObjectParser tagged() throws IOException {
    return tagged(parser.readObject());
  }

  static ASN1TaggedObjectParser tagged(ASN1Encodable element) throws IOException {
    if (element instanceof ASN1TaggedObjectParser tagged) {
      return tagged;
    }
    throw unexpected("tag", element);
  }

  /** What an explicit tag with this class and number holds. */
  static ASN1Encodable explicit(ASN1TaggedObjectParser tagged, int tagClass, int number)
      throws IOException {
    if (!tagged.hasTag(tagClass, number)) {
      throw new IOException(
          "tag " + tagged.getTagNo() + " of class " + tagged.getTagClass() + " for " + number);
    }
    return tagged.parseExplicitBaseObject();
  }

  static ASN1SequenceParser sequence(ASN1Encodable element) throws IOException {
    if (element instanceof ASN1SequenceParser sequence) {
      return sequence;
    }
    throw unexpected("SEQUENCE", element);
  }

  static int integer(ASN1Encodable element) throws IOException {
    if (element instanceof ASN1Integer integer) {
      return integer.intValueExact();
    }
    throw unexpected("INTEGER", element);
  }

  static String oid(ASN1Encodable element) throws IOException {
    if (element instanceof ASN1ObjectIdentifier oid) {
      return oid.getId();
    }
    throw unexpected("OBJECT IDENTIFIER", element);
  }

  /** KerberosString, which in practice is UTF-8. [RFC 4120] 5.2.1 */
  static String generalString(ASN1Encodable element) throws IOException {
    if (element instanceof ASN1GeneralString string) {
      return new String(string.getOctets(), StandardCharsets.UTF_8);
    }
    throw unexpected("GeneralString", element);
  }

  /** The octets of an OCTET STRING, of one that is cut short those that are there. */
  Bytes octets(ASN1Encodable element) throws IOException {
    InputStream octets = octetStream(element);
    byte[] copy = new byte[remaining()];
    int length = 0;
    try {
      int count;
      while ((count = octets.read(copy, length, copy.length - length)) > 0) {
        length += count;
      }
    } catch (EOFException e) {
      cutOctets = true;
    }
    return new Bytes(ByteBuffer.wrap(copy), 0, length);
  }

  /** Passes over an OCTET STRING. */
  static void skipOctets(ASN1Encodable element) throws IOException {
    InputStream octets = octetStream(element);
    byte[] chunk = new byte[CHUNK];
    while (octets.read(chunk) > 0) {
      // what is read is not wanted
    }
  }

  /**
   * Of a primitive OCTET STRING alone: a constructed one may nest as deep as the input likes. DER
   * knows none, but Bouncy Castle tells the two apart only by a deprecated class.
   */
  @SuppressWarnings("deprecation")
  private static InputStream octetStream(ASN1Encodable element) throws IOException {
    if (element instanceof DEROctetStringParser string) {
      return string.getOctetStream();
    }
    throw unexpected("OCTET STRING", element);
  }

  static IOException unexpected(String expected, ASN1Encodable element) {
    String found = element == null ? "the end" : element.getClass().getSimpleName();
    return new IOException(expected + " expected, " + found + " found");
  }

  private static boolean isTruncated(Bytes octets) {
    if (octets.length() < 2) {
      return true;
    }
    int length = octets.u8(1);
    if (length < LONG_FORM) {
      return length > octets.length() - 2;
    }
    int count = length - LONG_FORM;
    if (count > Integer.BYTES) {
      return false;
    }
    if (count > octets.length() - 2) {
      return true;
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << Byte.SIZE | octets.u8(2 + i);
    }
    return value > octets.length() - 2 - count;
  }

  /** The first octet of an element with this constructed application tag. */
  static int applicationTag(int number) {
    return BERTags.APPLICATION | BERTags.CONSTRUCTED | number;
  }
}
