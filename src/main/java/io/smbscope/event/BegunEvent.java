package io.smbscope.event;

import io.smbscope.base.Stamp;

/**
 * A connection, session, tree or open has begun: told once for each, before the event of its end;
 * just before it for what was refused or whose beginning was not seen. Only made when a sink wants
 * beginnings.
 *
 * @param at the packet that made it known
 * @param subject a {@link ConnectionEvent} (once the dialect is agreed), {@link SessionEvent} (once
 *     established), {@link TreeEvent} or {@link FileEvent} as known then: its end is null where it
 *     has not ended, and what is counted has just begun
 */
public record BegunEvent(Stamp at, Event subject) implements ProtocolEvent {}
