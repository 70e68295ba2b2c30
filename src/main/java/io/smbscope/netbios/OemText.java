package io.smbscope.netbios;

import java.nio.charset.Charset;

/**
 * Text in the sender's OEM code page, which no packet names. Read as code page 437, as Wireshark
 * does: it shares its Latin letters with 850, and each octet is a character of its own.
 */
final class OemText {
  private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

  private OemText() {}

  static String decode(byte[] octets, int from, int count) {
    return new String(octets, from, count, CODE_PAGE_437);
  }

  static byte[] encode(String text) {
    return text.getBytes(CODE_PAGE_437);
  }
}
