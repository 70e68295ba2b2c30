package io.smbscope.output.zeek;

import io.smbscope.event.Event;
import java.io.IOException;

/**
 * Makes the rows of one log out of events. What it keeps of a flow it frees at its {@link
 * io.smbscope.event.FlowEvent}, the last of the flow.
 */
interface EventLog {
  /** Takes every event; most are none of its own. */
  void accept(Event event) throws IOException;

  /** Where its rows go. */
  ZeekLog file();
}
