package io.smbscope.event;

import io.smbscope.base.Stamp;
import io.smbscope.netbios.NbnsMessage;

/**
 * One NetBIOS name service message. Only made when a sink wants commands. RFC 1002 4.2
 *
 * @param fromClient sent by the flow's client
 */
public record NbnsEvent(Stamp at, FlowKey flow, boolean fromClient, NbnsMessage message)
    implements ProtocolEvent {}
