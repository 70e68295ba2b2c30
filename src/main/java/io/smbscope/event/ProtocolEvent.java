package io.smbscope.event;

/**
 * What outputs read whose form follows the protocol's: messages, exchanges, flows. What it means is
 * told by the other events.
 */
public sealed interface ProtocolEvent extends Event
    permits FlowEvent,
        FlowStartEvent,
        BegunEvent,
        MessageEvent,
        Smb1CommandEvent,
        Smb2CommandEvent,
        RpcEvent,
        ContentEvent,
        NbnsEvent,
        TokenEvent {}
