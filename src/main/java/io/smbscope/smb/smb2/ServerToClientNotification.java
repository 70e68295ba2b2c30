package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2ServerToClientNotification;

/** SMB2 SERVER_TO_CLIENT_NOTIFICATION, which the server sends unasked. [MS-SMB2] 2.2.44 */
public final class ServerToClientNotification {
  private ServerToClientNotification() {}

  static Smb2Body response(Smb2Input in) {
    Smb2ServerToClientNotification parsed = new Smb2ServerToClientNotification(in.stream());
    return new Response(parsed.notificationType());
  }

  /**
   * Response, 2.2.44.
   *
   * @param notificationType 0 the session was closed
   */
  public record Response(long notificationType) implements Smb2Body {}
}
