package io.smbscope.output.zeek;

import io.smbscope.netbios.NetbiosName;
import java.util.Locale;

/** A NetBIOS name as Zeek's {@code dns.log} shows it. */
final class NetbiosQuery {
  private static final int NAME = 15;
  private static final int HALF_BITS = 4;

  private NetbiosQuery() {}

  /**
   * The name without its suffix, up to the first character beyond printable ASCII other than 0, 1
   * and 2, without trailing spaces and zero octets. Where nothing is left of it, or it has a scope,
   * the {@link #encoded} form.
   */
  static String shown(NetbiosName name) {
    if (!name.scope().isEmpty()) {
      return encoded(name);
    }
    String text = name.name();
    int end = 0;
    while (end < text.length() && isShown(text.charAt(end))) {
      end++;
    }
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
      end--;
    }
    return end == 0 ? encoded(name) : text.substring(0, end);
  }

  private static boolean isShown(char c) {
    return c < 3 || (c >= ' ' && c <= '~');
  }

  /** As on the wire, in lower case, a scope behind a dot; padding is taken for spaces. */
  static String encoded(NetbiosName name) {
    StringBuilder text = new StringBuilder(2 * NAME + 2);
    byte[] octets = name.name().getBytes(java.nio.charset.Charset.forName("IBM437"));
    for (int i = 0; i < NAME; i++) {
      encode(i < octets.length ? octets[i] & 0xFF : ' ', text);
    }
    encode(name.suffix(), text);
    if (!name.scope().isEmpty()) {
      text.append('.').append(name.scope().toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  private static void encode(int octet, StringBuilder text) {
    text.append((char) ('a' + (octet >>> HALF_BITS))).append((char) ('a' + (octet & 15)));
  }
}
