package io.smbscope.smb.smb2;

import java.nio.charset.StandardCharsets;

/** UTF-16LE of the wire. */
final class Text {
  private Text() {}

  /**
   * Every 16 bits become one char, unpaired surrogates too, which Windows allows in names. Zeros at
   * the end and an odd last octet are left out.
   */
  static String utf16le(byte[] octets) {
    int length = octets.length >> 1;
    while (length > 0 && octets[2 * length - 2] == 0 && octets[2 * length - 1] == 0) {
      length--;
    }
    byte[] low = new byte[length];
    int high = 0;
    for (int i = 0; i < length; i++) {
      low[i] = octets[2 * i];
      high |= octets[2 * i + 1];
    }
    if (high == 0) {
      return new String(low, StandardCharsets.ISO_8859_1);
    }
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) ((octets[2 * i] & 0xFF) | (octets[2 * i + 1] << 8));
    }
    return new String(chars);
  }
}
