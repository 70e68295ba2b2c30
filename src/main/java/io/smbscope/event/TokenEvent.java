package io.smbscope.event;

import io.smbscope.auth.AuthToken;
import io.smbscope.base.Stamp;

/**
 * A security token of a logon, just before the command or call that held it. Only made when a sink
 * wants commands.
 *
 * @param at the packet that made it known
 * @param seen the packet of the message that held it
 * @param fromClient sent by the flow's client
 * @param rpc out of a DCE/RPC authentication verifier, else of a SESSION_SETUP
 * @param joined its octets came in several messages, this being the last
 */
public record TokenEvent(
    Stamp at,
    FlowKey flow,
    Stamp seen,
    boolean fromClient,
    boolean rpc,
    boolean joined,
    AuthToken token)
    implements ProtocolEvent {}
