package io.smbscope.event;

import io.smbscope.base.Stamp;

/** Something that happened, in the order of packets. */
public sealed interface Event
    permits ConnectionEvent,
        SessionEvent,
        TreeEvent,
        FileEvent,
        NameEvent,
        HostEvent,
        AnomalyEvent,
        DropEvent,
        FindingEvent,
        ReadinessEvent,
        CaptureEvent,
        ProtocolEvent {

  /** The packet that made it known. */
  Stamp at();
}
