package io.smbscope.event;

import io.smbscope.base.Stamp;
import io.smbscope.smb.SmbMessage;
import io.smbscope.smb.TransformMessage;
import io.smbscope.smb.smb2.Smb2Message;

/**
 * One SMB message as it comes, before anything is made of it. Only made when a sink wants commands.
 *
 * @param fromClient sent by the flow's client
 * @param rare neither of SMB2 nor encrypted. It stands here, as threads that pass the many by would
 *     wait for the memory of each message to come to them
 */
public record MessageEvent(
    Stamp at, FlowKey flow, boolean fromClient, SmbMessage message, boolean rare)
    implements ProtocolEvent {

  public MessageEvent(Stamp at, FlowKey flow, boolean fromClient, SmbMessage message) {
    this(at, flow, fromClient, message, isRare(message));
  }

  /** Neither of SMB2 nor encrypted. */
  public static boolean isRare(SmbMessage message) {
    return !(message instanceof Smb2Message || message instanceof TransformMessage);
  }
}
