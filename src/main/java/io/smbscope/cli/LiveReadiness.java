package io.smbscope.cli;

import io.smbscope.base.Stamp;
import io.smbscope.detect.readiness.Readiness;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.ReadinessEvent;
import io.smbscope.report.ReadinessReport;
import io.smbscope.report.TerminalReport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Who depends on what, as far as a live capture has shown: of connections and sessions that ended.
 * Used by the tracker's thread, but for {@link #ask}.
 */
final class LiveReadiness implements EventSink {
  private final Readiness readiness = new Readiness();
  private final AtomicBoolean asked = new AtomicBoolean();
  private Stamp last = new Stamp(0, 0);

  @Override
  public void accept(Event event) {
    readiness.accept(event);
    last = event.at();
  }

  /** As it is now. */
  List<ReadinessEvent> answers() {
    return readiness.answers(last);
  }

  /** Somebody wants to be told. By any thread. */
  void ask() {
    asked.set(true);
  }

  /** Tells the outputs when somebody wants it. */
  void look(Consumer<Event> outputs) {
    if (asked.getAndSet(false)) {
      answers().forEach(outputs);
    }
  }

  /** The same, and as tables on standard error. */
  void look(Consumer<Event> outputs, Terminal terminal) {
    if (asked.get()) {
      try {
        TerminalReport report = new TerminalReport(terminal.columns(), false);
        new ReadinessReport(report).print(answers(), terminal.err());
      } catch (IOException e) {
        // Nobody reads standard error; the outputs are told all the same.
      }
      terminal.err().flush();
    }
    look(outputs);
  }

  /** Keeps nothing back. */
  @Override
  public void close() {}
}
