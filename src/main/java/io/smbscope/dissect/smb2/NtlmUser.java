package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.grammar.placed.NtlmsspMessage;
import java.nio.charset.StandardCharsets;

/** Who an NTLMSSP AUTHENTICATE message says its sender is. [MS-NLMP] 2.2.1.3 */
record NtlmUser(String account, String domain, String host) {
  private static final byte[] AUTHENTICATE = {'N', 'T', 'L', 'M', 'S', 'S', 'P', 0, 3, 0, 0, 0};
  private static final int UNICODE = 1;

  /** Of a security token, however it is wrapped; null when no such message is in it. */
  static NtlmUser in(Region token) {
    Bytes octets = token.octets();
    for (int at = 0; at <= octets.length() - AUTHENTICATE.length; at++) {
      if (octets.u8(at) == AUTHENTICATE[0] && begins(octets, at)) {
        return of(token.from(at));
      }
    }
    return null;
  }

  private static NtlmUser of(Region region) {
    NtlmsspMessage message = new NtlmsspMessage(region.stream());
    Grammar.read(message::_read);
    if (!(message.body() instanceof NtlmsspMessage.Authenticate body)) {
      return null;
    }
    Long flags = body.negotiateFlags();
    boolean unicode = flags == null || flags == 0 || (flags & UNICODE) != 0;
    return new NtlmUser(
        text(body.userName(), unicode),
        text(body.domainName(), unicode),
        text(body.workstation(), unicode));
  }

  private static String text(NtlmsspMessage.PayloadField field, boolean unicode) {
    if (field == null) {
      return "";
    }
    byte[][] value = new byte[1][];
    Grammar.read(() -> value[0] = field.value());
    if (value[0] == null) {
      return "";
    }
    Bytes octets = Bytes.of(value[0]);
    return unicode ? Values.utf16(octets) : Values.upToZero(octets, StandardCharsets.UTF_8);
  }

  private static boolean begins(Bytes octets, int at) {
    for (int i = 1; i < AUTHENTICATE.length; i++) {
      if (octets.u8(at + i) != AUTHENTICATE[i]) {
        return false;
      }
    }
    return true;
  }
}
