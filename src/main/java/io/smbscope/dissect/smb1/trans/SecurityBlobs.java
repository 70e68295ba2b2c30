package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.auth.SecurityBlob;
import io.smbscope.dissect.field.Field;

/** Tokens that set up encryption. SNIA CIFS 4.1.4, with what Samba adds */
final class SecurityBlobs {
  private SecurityBlobs() {}

  /** Shows all that is left as a token. */
  static void show(Part part, Field field, SecurityBlob token) {
    if (part.left() > 0) {
      part.tree()
          .open(
              field,
              part.tree().wants(field) ? part.rest().octets().copy() : null,
              part.rest().origin(),
              part.left());
      token.dissect(part.command().dissection(), part.rest());
      part.tree().close();
      part.end();
    }
  }
}
