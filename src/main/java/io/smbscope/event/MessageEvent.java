package io.smbscope.event;

import io.smbscope.base.Stamp;
import io.smbscope.smb.SmbMessage;

/**
 * One SMB message as it comes, before anything is made of it. Only made when a sink wants commands.
 *
 * @param fromClient sent by the flow's client
 */
public record MessageEvent(Stamp at, FlowKey flow, boolean fromClient, SmbMessage message)
    implements ProtocolEvent {}
