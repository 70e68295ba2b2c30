package io.smbscope.event;

import io.smbscope.base.Stamp;

/**
 * The first packet of a TCP connection or UDP conversation on our ports. Only made when a sink
 * wants beginnings.
 */
public record FlowStartEvent(Stamp at, FlowKey flow) implements ProtocolEvent {}
