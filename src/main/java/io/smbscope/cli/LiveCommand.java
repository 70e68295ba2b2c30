package io.smbscope.cli;

import io.smbscope.base.Limits;
import io.smbscope.capture.CaptureException;
import io.smbscope.capture.live.CaptureRefused;
import io.smbscope.capture.live.LiveCapture;
import io.smbscope.capture.live.Rights;
import io.smbscope.detect.Settings;
import io.smbscope.detect.sigma.SigmaErrors;
import io.smbscope.detect.sigma.SigmaRules;
import io.smbscope.event.Severity;
import io.smbscope.net.DecoderStats;
import io.smbscope.net.Ports;
import io.smbscope.output.metrics.MetricsPage;
import io.smbscope.report.LiveScreen;
import io.smbscope.report.LiveSummary;
import io.smbscope.report.Summary;
import io.smbscope.report.TerminalReport;
import io.smbscope.session.Tracker;
import io.smbscope.session.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code smbscope live}. */
final class LiveCommand {
  private static final int DONE = 0;
  private static final int WRONG_USAGE = 2;
  private static final int FAILED = 3;

  /** The thread that reads must not be the one that tells: it waits for packets. */
  private static final int FEWEST_THREADS = 2;

  private final LiveOptions options;
  private final Terminal terminal;

  private final LiveReadiness readiness = new LiveReadiness();

  /** Of the terminal, whose window may be resized while we run. */
  private int columns;

  LiveCommand(LiveOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
    this.columns = terminal.columns();
  }

  /** Returns the exit status. */
  int run() throws InterruptedException, SigmaErrors {
    try {
      Ports followed = Ports.withTcp(options.capture().ports());
      SigmaRules rules = OutputOptions.rules(options.outputs().sigma(), terminal);
      Settings settings = options.settings().settings(rules);
      try (LiveCapture capture = LiveCapture.open(options.capture(), terminal::complain)) {
        if (options.user() != null) {
          Rights.drop(options.user());
        }
        if (options.files() != null) {
          keep(capture);
        }
        return analyze(capture, followed, settings, rules);
      }
    } catch (CaptureRefused | CaptureException | IllegalArgumentException e) {
      terminal.complain(e.getMessage());
      return WRONG_USAGE;
    } catch (IOException e) {
      terminal.complain(e.getMessage());
      return FAILED;
    } catch (UncheckedIOException e) {
      if (Outputs.readerLeft(e.getCause())) {
        return DONE;
      }
      terminal.complain("cannot write: " + e.getCause().getMessage());
      return FAILED;
    }
  }

  private void keep(LiveCapture capture) {
    try {
      capture.keep(options.files());
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private int analyze(LiveCapture capture, Ports followed, Settings settings, SigmaRules rules)
      throws CaptureException, IOException, InterruptedException {
    Summary summary = new Summary();
    boolean toTerminal = !options.outputs().toStandardOutput();
    List<String> inputs = options.capture().interfaces();
    DecoderStats stats;
    Severity worst;
    try (MetricsPage page = options.metrics() == null ? null : MetricsPage.open(options.metrics());
        Interrupts interrupts = new Interrupts();
        Outputs outputs =
            Outputs.open(
                options.outputs(),
                String.join(",", inputs),
                kept(),
                options.logs(),
                terminal,
                false)) {
      interrupts.first(capture::stop);
      interrupts.hangUp(options.logs()::reopen);
      interrupts.user(readiness::ask);
      outputs.add(readiness);
      if (toTerminal) {
        outputs.add(summary);
      }
      outputs.access(options.outputs().access(), settings.policy());
      if (options.outputs().detect()) {
        outputs.detect(settings, rules);
      }
      Wanted wanted = options.outputs().wanted(rules);
      if (page != null) {
        outputs.add(page.events());
        wanted = wanted.andEveryCommand();
      }
      capture.start();
      terminal.complain("capturing on " + String.join(", ", inputs));
      stats =
          toTerminal && terminal.outIsTerminal()
              ? watch(capture, followed, wanted, page, outputs)
              : run(
                  capture,
                  followed,
                  wanted,
                  page,
                  outputs,
                  () -> readiness.look(outputs::accept, terminal));
      outputs.accept(Captured.event(inputs, capture.tally(), stats, failures(capture)));
      worst = outputs.worst();
    }
    if (toTerminal) {
      new TerminalReport(columns, terminal.colour()).print(summary, terminal.out());
      terminal.out().flush();
    }
    Captured.unknownLinkTypes(stats).forEach(terminal::complain);
    return capture.failed().isEmpty() ? options.outputs().status(DONE, worst) : FAILED;
  }

  /** Shows what goes on meanwhile. */
  private DecoderStats watch(
      LiveCapture capture, Ports followed, Wanted wanted, MetricsPage page, Outputs outputs)
      throws CaptureException, IOException, InterruptedException {
    LiveSummary now = new LiveSummary();
    outputs.add(now);
    List<String> inputs = options.capture().interfaces();
    LiveScreen screen = new LiveScreen(now, readiness::answers, String.join(", ", inputs));
    try (LiveView view = new LiveView(capture, screen, terminal.colour())) {
      Runnable look =
          () -> {
            view.look();
            readiness.look(outputs::accept);
          };
      DecoderStats stats = run(capture, followed, wanted.andEveryCommand(), page, outputs, look);
      columns = view.columns();
      return stats;
    }
  }

  private DecoderStats run(
      LiveCapture capture,
      Ports followed,
      Wanted wanted,
      MetricsPage page,
      Outputs outputs,
      Runnable look)
      throws CaptureException, InterruptedException {
    Tracker tracker = new Tracker(Limits.DEFAULT, wanted, outputs::accept);
    if (page != null) {
      LiveMetrics.show(page, capture, tracker, outputs);
    }
    DropWatch drops = new DropWatch(capture::counts, outputs::accept);
    int threads = Math.max(FEWEST_THREADS, options.threads());
    try (Pipeline pipeline =
        new Pipeline(capture, followed, Limits.DEFAULT, wanted.contents(), threads)) {
      pipeline.run(
          tracker,
          at -> {
            drops.look(at);
            look.run();
          },
          outputs::flush);
      // Then all is kept that is to be, and counted.
      capture.finish();
      tracker.end();
      drops.tell(capture.tally().last());
      return pipeline.stats();
    }
  }

  private List<String> kept() {
    return options.files() == null ? List.of() : List.of(options.files().file().toString());
  }

  private static List<String> failures(LiveCapture capture) {
    return capture.failed().stream().map(name -> name + ": capture failed").toList();
  }
}
