package io.smbscope.dissect.auth;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.Region;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * NTLMSSP messages in protocols that are not dissected here: HTTP, which encodes them, LDAP and
 * TDS. They are known by their signature. RFC 4559, RFC 4511 4.2, [MS-TDS] 2.2.6.4
 */
public final class TokensElsewhere implements Dissector {
  private static final Set<Integer> BINARY = Set.of(389, 3268, 1433);
  private static final Set<Integer> HTTP = Set.of(80, 81, 3128, 5985, 8000, 8080, 8088, 8888);
  private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);

  /** Behind a scheme, as many characters of the encoded signature as depend on nothing else. */
  private static final byte[] ENCODED = " TlRMTVNTUA".getBytes(StandardCharsets.US_ASCII);

  private static final int MOST = 16_384;

  private final NtlmsspDissector ntlmssp = new NtlmsspDissector();

  @Override
  public void dissect(Dissection dissection, Region region) {
    int port = dissection.conversation.port();
    if (BINARY.contains(port)) {
      int at = find(region.octets(), SIGNATURE);
      if (at >= 0) {
        ntlmssp.dissect(dissection, region.from(at));
      }
    } else if (HTTP.contains(port)) {
      int at = find(region.octets(), ENCODED);
      if (at >= 0) {
        encoded(dissection, region.from(at + 1));
      }
    }
  }

  private void encoded(Dissection dissection, Region region) {
    StringBuilder text = new StringBuilder();
    Bytes octets = region.octets();
    for (int i = 0; i < Math.min(octets.length(), MOST) && isBase64(octets.u8(i)); i++) {
      text.append((char) octets.u8(i));
    }
    text.setLength(text.length() - text.length() % 4);
    byte[] token;
    try {
      token = Base64.getDecoder().decode(text.toString());
    } catch (IllegalArgumentException e) {
      return;
    }
    ntlmssp.dissect(dissection, new Region(Bytes.of(token), 0));
  }

  private static boolean isBase64(int octet) {
    return (octet >= 'A' && octet <= 'Z')
        || (octet >= 'a' && octet <= 'z')
        || (octet >= '0' && octet <= '9')
        || octet == '+'
        || octet == '/'
        || octet == '=';
  }

  private static int find(Bytes octets, byte[] wanted) {
    for (int at = 0; at <= octets.length() - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && octets.u8(at + same) == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
    return -1;
  }
}
