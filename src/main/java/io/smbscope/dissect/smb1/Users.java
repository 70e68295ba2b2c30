package io.smbscope.dissect.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Which user each UID stands for. */
final class Users {
  /** Who logs on; kept with {@link Smb1Exchange#remember} until the response. */
  record Asked(String domain, String account) {}

  private record User(long frame, Asked asked) {}

  private static final Field DOMAIN = Fields.named("smb.primary_domain");
  private static final Field ACCOUNT = Fields.named("smb.account");
  private static final Field LOGGED_IN = Fields.named("smb.logged_in");
  private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
  private static final int AUTHENTICATE = 3;
  private static final int UNICODE = 1;

  private final Map<Integer, User> users = Smb1Session.bounded();

  /** A response told the UID of who asked. */
  void loggedOn(Smb1Command command) {
    Asked asked = command.exchange().recall(Asked.class);
    if (asked != null) {
      users.put(command.header().uid(), new User(command.dissection().frame, asked));
    }
  }

  /** Shows what is known of a UID, below it. */
  void details(FrameTree tree, int uid) {
    User known = users.get(uid);
    if (known == null) {
      return;
    }
    tree.value(DOMAIN, known.asked.domain, 0, 0);
    tree.value(ACCOUNT, known.asked.account, 0, 0);
    tree.number(LOGGED_IN, known.frame, 0, 0);
  }

  /** Who an AUTHENTICATE_MESSAGE in a token names; null when there is none. [MS-NLMP] 2.2.1.3 */
  static Asked in(Bytes token) {
    for (int at = 0; at + 64 <= token.length(); at++) {
      if (isSignature(token, at)) {
        Bytes message = token.from(at);
        if (message.u32le(8) != AUTHENTICATE) {
          return null;
        }
        boolean unicode = (message.u32le(60) & UNICODE) != 0;
        return new Asked(text(message, 28, unicode), text(message, 36, unicode));
      }
    }
    return null;
  }

  private static boolean isSignature(Bytes token, int at) {
    for (int i = 0; i < SIGNATURE.length; i++) {
      if (token.u8(at + i) != SIGNATURE[i]) {
        return false;
      }
    }
    return true;
  }

  private static String text(Bytes message, int descriptor, boolean unicode) {
    int length = message.u16le(descriptor);
    long offset = message.u32le(descriptor + 4);
    if (offset + length > message.length()) {
      return "";
    }
    Bytes octets = message.slice((int) offset, length);
    return unicode ? Values.utf16(octets) : Values.upToZero(octets, StandardCharsets.ISO_8859_1);
  }
}
