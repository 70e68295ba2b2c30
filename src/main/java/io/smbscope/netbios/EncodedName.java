package io.smbscope.netbios;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.smbscope.base.Bytes;
import io.smbscope.grammar.NbName;

/**
 * NetBIOS names as packets hold them: labels, of which the first is the name in first-level
 * encoding and the others are the scope. RFC 1001 14.1, RFC 1002 4.1
 *
 * <p>Names are in the sender's OEM code page, which no packet tells. They are read as {@link
 * OemText}.
 */
final class EncodedName {
  /** Pointers followed in one name; each leads back in any honest packet, so one is enough. */
  private static final int HOPS = 8;

  private static final int ENCODED = 32;
  private static final int NAME = 15;
  private static final int LONGEST_SCOPE = 255;

  private EncodedName() {}

  /**
   * Decodes a name.
   *
   * @param packet what label pointers count from
   * @throws IllegalArgumentException when it is no NetBIOS name
   */
  static NetbiosName decode(NbName encoded, Bytes packet) {
    byte[] first = null;
    StringBuilder scope = new StringBuilder();
    NbName part = encoded;
    for (int hops = 0; part != null; hops++) {
      if (hops > HOPS) {
        throw new IllegalArgumentException("more than " + HOPS + " label pointers in a name");
      }
      NbName next = null;
      for (NbName.Label label : part.labels()) {
        if (label.isPointer()) {
          next = at(packet, label.ofsName());
        } else if (first == null) {
          first = label.text();
        } else if (label.lenText() > 0) {
          scope.append(scope.isEmpty() ? "" : ".");
          scope.append(OemText.decode(label.text(), 0, label.lenText()));
        }
      }
      if (scope.length() > LONGEST_SCOPE) {
        throw new IllegalArgumentException("scope of more than " + LONGEST_SCOPE + " octets");
      }
      part = next;
    }
    return name(first, scope.toString());
  }

  /** A name of 15 octets and its suffix, as a packet holds it without encoding. */
  static NetbiosName plain(byte[] octets, int suffix, String scope) {
    return new NetbiosName(trim(octets, Math.min(octets.length, NAME)), suffix, scope);
  }

  private static NbName at(Bytes packet, int offset) {
    return new NbName(new ByteBufferKaitaiStream(packet.from(offset).toByteBuffer()));
  }

  private static NetbiosName name(byte[] label, String scope) {
    if (label == null || label.length != ENCODED) {
      int length = label == null ? 0 : label.length;
      throw new IllegalArgumentException("encoded name of " + length + " octets, not " + ENCODED);
    }
    byte[] octets = new byte[ENCODED / 2];
    for (int i = 0; i < ENCODED; i++) {
      int half = label[i] - 'A';
      if (half < 0 || half > 15) {
        throw new IllegalArgumentException("encoded name with an octet other than 'A' to 'P'");
      }
      octets[i / 2] |= (byte) (i % 2 == 0 ? half << 4 : half);
    }
    return plain(octets, octets[NAME] & 0xFF, scope);
  }

  private static String trim(byte[] octets, int count) {
    int end = count;
    while (end > 0 && (octets[end - 1] == ' ' || octets[end - 1] == 0)) {
      end--;
    }
    return OemText.decode(octets, 0, end);
  }
}
