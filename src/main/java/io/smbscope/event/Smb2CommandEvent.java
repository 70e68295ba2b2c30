package io.smbscope.event;

import io.smbscope.base.Stamp;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Smb2Header;

/**
 * One SMB2 command: a request and its final response, each command of a compound by itself. Written
 * when the response comes; without one when the connection ends. Only made when a sink wants
 * commands.
 *
 * @param at the response, or with what it became clear that there is none
 * @param dialect agreed or inferred, as in {@link ConnectionEvent#dialect}, or null
 * @param user of the session, {@code DOMAIN\\user}, or null
 * @param requestAt null when the request was not seen, as are {@code requestHeader} and {@code
 *     request}
 * @param responseAt null when no final response was seen, as are {@code responseHeader} and {@code
 *     response}
 * @param interim the server answered STATUS_PENDING first
 * @param sessionId of the message, inherited within a compound
 * @param treeId of the request, inherited within a compound; of the response where no request was
 *     seen
 * @param tree null when the command has none or it is not known
 * @param open what the command made or used; null when it has none or it is not known
 * @param rare it is {@link Smb2Command#isRare}; as in {@link MessageEvent#rare}
 */
public record Smb2CommandEvent(
    Stamp at,
    FlowKey flow,
    String dialect,
    String user,
    Stamp requestAt,
    Smb2Header requestHeader,
    Smb2Body request,
    Stamp responseAt,
    Smb2Header responseHeader,
    Smb2Body response,
    boolean interim,
    long sessionId,
    long treeId,
    TreeRef tree,
    OpenRef open,
    boolean rare)
    implements ProtocolEvent {

  public Smb2CommandEvent(
      Stamp at,
      FlowKey flow,
      String dialect,
      String user,
      Stamp requestAt,
      Smb2Header requestHeader,
      Smb2Body request,
      Stamp responseAt,
      Smb2Header responseHeader,
      Smb2Body response,
      boolean interim,
      long sessionId,
      long treeId,
      TreeRef tree,
      OpenRef open) {
    this(
        at,
        flow,
        dialect,
        user,
        requestAt,
        requestHeader,
        request,
        responseAt,
        responseHeader,
        response,
        interim,
        sessionId,
        treeId,
        tree,
        open,
        isRare(requestHeader != null ? requestHeader : responseHeader));
  }

  private static boolean isRare(Smb2Header header) {
    Smb2Command command = Smb2Command.of(header.command());
    return command != null && command.isRare();
  }

  /** Command code. */
  public int command() {
    return requestHeader != null ? requestHeader.command() : responseHeader.command();
  }

  public long messageId() {
    return requestHeader != null ? requestHeader.messageId() : responseHeader.messageId();
  }

  /** NT status of the final response, or -1 without one. */
  public long status() {
    return responseHeader == null ? -1 : responseHeader.status();
  }
}
