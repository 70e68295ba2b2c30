package io.smbscope.output.eve;

import io.smbscope.auth.AuthToken;
import io.smbscope.auth.AuthenticateMessage;
import io.smbscope.auth.KerberosMessage.ApReq;
import io.smbscope.auth.Version;
import java.io.IOException;
import java.util.List;

/** Who logs on, out of the security token of a SESSION_SETUP. */
final class Logons {
  private static final int MAX_NAME_PARTS = 16;

  private Logons() {}

  /** Writes {@code ntlmssp} of an AUTHENTICATE message or {@code kerberos} of an AP-REQ. */
  static void write(EveLine line, AuthToken token) throws IOException {
    if (token == null) {
      return;
    }
    if (token.ntlm() instanceof AuthenticateMessage authenticate) {
      ntlmssp(line, authenticate);
    } else if (token.kerberos() instanceof ApReq request) {
      kerberos(line, request);
    }
  }

  private static void ntlmssp(EveLine line, AuthenticateMessage message) throws IOException {
    line.object("ntlmssp");
    line.text("domain", orEmpty(message.domain()));
    line.text("user", orEmpty(message.user()));
    line.text("host", orEmpty(message.workstation()));
    Version version = message.version();
    if (version != null) {
      line.text(
          "version",
          version.major()
              + "."
              + version.minor()
              + " build "
              + version.build()
              + " rev "
              + version.revision());
    }
    line.endObject();
  }

  private static void kerberos(EveLine line, ApReq request) throws IOException {
    line.object("kerberos");
    line.text("realm", orEmpty(request.realm()));
    if (request.serviceName() != null) {
      line.texts("snames", List.of(request.serviceName().split("/", -1)), MAX_NAME_PARTS);
    }
    line.endObject();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
