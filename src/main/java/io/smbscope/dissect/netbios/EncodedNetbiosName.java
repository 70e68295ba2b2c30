package io.smbscope.dissect.netbios;

import io.smbscope.dissect.Region;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;

/**
 * A NetBIOS name in its encoded form, as Wireshark prints it. RFC 1001 14.1, RFC 1002 4.1
 *
 * @param text {@code NAME<20>}, with the scope behind it; or what is wrong with the name
 * @param suffix the last octet, which says what the name is for; -1 when the name is none
 * @param length octets where it stands
 */
record EncodedNetbiosName(String text, int suffix, int length) {
  private static final int NAME = 16;
  private static final int MOST_POINTERS = 255;
  private static final int MOST_OCTETS = 1024;

  /**
   * @param from its first octet
   * @param base what pointers count from
   * @throws BufferUnderflowException when it ends early
   */
  static EncodedNetbiosName at(Region region, int from, int base) {
    StringBuilder labels = new StringBuilder();
    int length = labels(region, from, base, labels);
    return decoded(labels, length);
  }

  /** What the suffix says, {@code FILESERVER<20> (Server service)}. */
  String described() {
    return text + " (" + NameSuffix.meaning(suffix) + ")";
  }

  /** Second-level encoding: the labels with dots between. Returns the octets they take. */
  private static int labels(Region region, int from, int base, StringBuilder labels) {
    int at = from;
    int length = -1;
    int pointers = 0;
    while (true) {
      int label = octet(region, at++);
      if (label == 0) {
        break;
      }
      if (label >= 0xC0) {
        int target = base + ((label & 0x3F) << Byte.SIZE | octet(region, at++));
        length = length < 0 ? at - from : length;
        if (++pointers > MOST_POINTERS || target == at - 2) {
          labels.setLength(0);
          labels.append('<');
          return length;
        }
        at = target;
      } else if (label >= 0x80 || (label >= 0x40 && length >= 0)) {
        throw new BufferUnderflowException();
      } else if (label >= 0x40) {
        labels.setLength(0);
        labels.append('<');
        return at - from;
      } else {
        if (!labels.isEmpty()) {
          labels.append('.');
        }
        for (int i = 0; i < label; i++) {
          char letter = (char) octet(region, at++);
          if (labels.length() < MOST_OCTETS) {
            labels.append(letter);
          }
        }
      }
    }
    return length < 0 ? at - from : length;
  }

  /** First-level encoding: each half octet a letter. */
  private static EncodedNetbiosName decoded(CharSequence labels, int length) {
    byte[] name = new byte[NAME];
    int count = 0;
    int at = 0;
    while (at < labels.length() && labels.charAt(at) != 0 && labels.charAt(at) != '.') {
      char high = labels.charAt(at);
      if (!isLetter(high)) {
        return illegal("(1st character not between A and Z in first-level encoding)", length);
      }
      if (at + 1 == labels.length() || labels.charAt(at + 1) == 0 || labels.charAt(at + 1) == '.') {
        return illegal("(odd number of bytes)", length);
      }
      char low = labels.charAt(at + 1);
      if (!isLetter(low)) {
        return illegal("(2nd character not between A and Z in first-level encoding)", length);
      }
      if (count < NAME) {
        name[count++] = (byte) (((high - 'A') << 4) | (low - 'A'));
      }
      at += 2;
    }
    if (at == 0 && labels.isEmpty()) {
      return illegal("(1st character not between A and Z in first-level encoding)", length);
    }
    if (count != NAME) {
      return illegal("(" + count + " bytes long)", length);
    }
    int suffix = name[NAME - 1] & 0xFF;
    String scope =
        at < labels.length() && labels.charAt(at) == '.'
            ? labels.subSequence(at, labels.length()).toString()
            : "";
    String text = printable(name, Integer.MAX_VALUE) + hex(suffix) + utf8(scope);
    return new EncodedNetbiosName(text, suffix, length);
  }

  /**
   * A name's first 15 octets: what does not print in hex, without the spaces at the end; one of
   * spaces alone keeps them.
   */
  static String printable(byte[] name, int room) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < NAME - 1; i++) {
      int octet = name[i] & 0xFF;
      String shown = octet >= ' ' && octet <= '~' ? String.valueOf((char) octet) : hex(octet);
      text.append(shown, 0, Math.min(shown.length(), Math.max(0, room - 1 - text.length())));
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.length() - end < NAME - 1 ? text.substring(0, end) : text.toString();
  }

  private static String hex(int octet) {
    return (octet < 0x10 ? "<0" : "<") + Integer.toHexString(octet) + ">";
  }

  private static String utf8(String octets) {
    return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static boolean isLetter(char octet) {
    return octet >= 'A' && octet <= 'Z';
  }

  private static EncodedNetbiosName illegal(String why, int length) {
    return new EncodedNetbiosName("Illegal NetBIOS name " + why, -1, length);
  }

  private static int octet(Region region, int at) {
    if (!region.has(at, 1)) {
      throw new BufferUnderflowException();
    }
    return region.octets().u8(at);
  }
}
