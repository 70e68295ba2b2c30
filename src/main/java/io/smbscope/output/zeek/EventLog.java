package io.smbscope.output.zeek;

import io.smbscope.event.Event;
import java.io.IOException;
import java.util.List;

/**
 * Makes the rows of one log, or of several that go together, out of events. What it keeps of a flow
 * it frees at its {@link io.smbscope.event.FlowEvent}, the last of the flow.
 */
interface EventLog {
  /** Takes every event; most are none of its own. */
  void accept(Event event) throws IOException;

  /** No event comes any more: writes what was held back. */
  default void end() throws IOException {}

  /** Where its rows go. */
  ZeekLog file();

  /** All of them where there are several. */
  default List<ZeekLog> files() {
    return List.of(file());
  }
}
