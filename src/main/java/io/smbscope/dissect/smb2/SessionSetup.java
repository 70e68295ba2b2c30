package io.smbscope.dissect.smb2;

import io.smbscope.base.NtStatus;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.auth.SecurityBlob;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb2SessionSetup;

/** SESSION_SETUP, and who the session's user is. [MS-SMB2] 2.2.5, 2.2.6 */
final class SessionSetup {
  private final Field hash = Fields.named("smb2.preauth_hash");
  private final SecurityBlob securityBlob = new SecurityBlob();
  private final Headers headers;

  SessionSetup(Headers headers) {
    this.headers = headers;
  }

  void request(Command command) {
    if (command.tree.wants(hash)) {
      boolean first = command.header.sessionId() == 0;
      byte[] value = command.connection.hashOfSetupRequest(command.message.octets(), first);
      command.tree.value(hash, value, 0, 0);
    }
    Smb2SessionSetup.Request body =
        command.show(Smb2SessionSetup.Request::new, Smb2SessionSetup.Request::_read);
    Region blob = command.buffer(body.ofsSecurityBuffer(), body.lenSecurityBuffer());
    if (blob == null) {
      return;
    }
    securityBlob.dissect(command.dissection, blob);
    NtlmUser user = NtlmUser.in(blob);
    if (user != null) {
      Session session = headers.session(command.header.sessionId());
      session.account = user.account();
      session.domain = user.domain();
      session.host = user.host();
      session.authenticated = command.frame();
    }
  }

  /** Never an error response: its own form says more. [MS-SMB2] 3.3.5.5 */
  void response(Command command) {
    boolean last = command.status() == NtStatus.SUCCESS;
    if (last) {
      command.session.authenticated = command.frame();
    }
    if (command.tree.wants(hash) && command.exchange != null) {
      byte[] value = command.connection.hashOfSetupResponse(command.message.octets(), last);
      command.tree.value(hash, value, 0, 0);
    }
    Smb2SessionSetup.Response body =
        command.show(Smb2SessionSetup.Response::new, Smb2SessionSetup.Response::_read);
    Region blob = command.buffer(body.ofsSecurityBuffer(), body.lenSecurityBuffer());
    if (blob != null) {
      securityBlob.dissect(command.dissection, blob);
    }
  }
}
