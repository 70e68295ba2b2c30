package io.smbscope.cli;

import io.smbscope.base.Limits;
import io.smbscope.capture.CaptureException;
import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.CaptureFiles.Failure;
import io.smbscope.capture.CaptureFiles.Problem;
import io.smbscope.detect.Settings;
import io.smbscope.detect.readiness.Readiness;
import io.smbscope.detect.sigma.SigmaErrors;
import io.smbscope.detect.sigma.SigmaRules;
import io.smbscope.event.Event;
import io.smbscope.event.ReadinessEvent;
import io.smbscope.event.Severity;
import io.smbscope.net.DecoderStats;
import io.smbscope.net.Ports;
import io.smbscope.output.stream.LogFiles;
import io.smbscope.report.ReadinessReport;
import io.smbscope.report.Summary;
import io.smbscope.report.TerminalReport;
import io.smbscope.session.Tracker;
import io.smbscope.session.Wanted;
import io.smbscope.session.media.MediaTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code smbscope analyze} and {@code smbscope readiness}. */
final class AnalyzeCommand {
  private static final int DONE = 0;
  private static final int WRONG_USAGE = 2;
  private static final int UNREADABLE = 3;

  private final AnalyzeOptions options;
  private final Terminal terminal;
  private final AtomicBoolean stop = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);

  AnalyzeCommand(AnalyzeOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /** Returns the exit status. */
  int run() throws InterruptedException, SigmaErrors {
    List<String> captures = options.captures();
    if (options.threads() < 1) {
      terminal.complain("--threads takes a number from 1 on, not " + options.threads());
      return WRONG_USAGE;
    }
    if (options.follow()
        && (options.filter() != null || "-".equals(captures.get(captures.size() - 1)))) {
      terminal.complain("--follow reads a file, without --filter");
      return WRONG_USAGE;
    }
    try {
      RulesAhead ahead = new RulesAhead(options.outputs().sigma(), options.threads() == 1);
      Wanted wanted = wanted();
      if (wanted.types()) {
        MediaTypes.prepare();
      }
      Ports followed = Ports.withTcp(options.ports());
      try (CaptureFiles source = open();
          Pipeline pipeline =
              new Pipeline(
                  source, followed, Limits.DEFAULT, wanted.contents(), options.threads())) {
        if (options.readiness()) {
          return readiness(source, pipeline);
        }
        pipeline.start();
        SigmaRules rules = ahead.rules(terminal);
        return analyze(source, pipeline, options.settings().settings(rules), rules);
      }
    } catch (CaptureException | IllegalArgumentException e) {
      terminal.complain(e.getMessage());
      return WRONG_USAGE;
    } catch (IOException e) {
      return cannotWrite(e);
    } catch (UncheckedIOException e) {
      return cannotWrite(e.getCause());
    } finally {
      finished.countDown();
    }
  }

  private int cannotWrite(IOException reason) {
    if (Outputs.readerLeft(reason)) {
      return DONE;
    }
    terminal.complain("cannot write: " + reason.getMessage());
    return UNREADABLE;
  }

  private CaptureFiles open() throws CaptureException {
    if (options.filter() != null) {
      return CaptureFiles.filtered(options.captures(), options.filter());
    }
    if (options.follow()) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "interrupted"));
      return CaptureFiles.following(options.captures(), terminal.in(), stop::get);
    }
    return CaptureFiles.of(options.captures(), terminal.in());
  }

  /** Lets the analysis come to its end before the process does. */
  private void interrupted() {
    stop.set(true);
    try {
      finished.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What can be told before rules are read. */
  private Wanted wanted() {
    return options.readiness() ? Wanted.NOTHING : options.outputs().wanted(SigmaRules.NONE);
  }

  private int analyze(CaptureFiles source, Pipeline pipeline, Settings settings, SigmaRules rules)
      throws CaptureException, IOException, InterruptedException {
    Summary summary = new Summary();
    boolean toTerminal = !options.outputs().toStandardOutput();
    DecoderStats stats;
    Severity worst;
    boolean alone = options.threads() == 1;
    try (Outputs outputs =
        Outputs.open(
            options.outputs(), null, options.captures(), LogFiles.once(), terminal, alone)) {
      if (toTerminal) {
        outputs.add(summary);
      }
      outputs.access(options.outputs().access(), settings.policy());
      if (options.outputs().detect()) {
        outputs.detect(settings, rules);
      }
      Wanted wanted = options.outputs().wanted(rules);
      if (alone) {
        stats = run(source, pipeline, wanted, outputs::accept, outputs::flush);
      } else {
        try (Handover handover = new Handover(outputs)) {
          stats = run(source, pipeline, wanted, handover::accept, handover::flush);
        }
      }
      List<String> failures = source.failures().stream().map(Failure::message).toList();
      outputs.accept(Captured.event(options.captures(), source.tally(), stats, failures));
      worst = outputs.worst();
    }
    if (toTerminal && source.tally().packets() > 0) {
      new TerminalReport(terminal.columns(), terminal.colour()).print(summary, terminal.out());
      terminal.out().flush();
    }
    source.failures().forEach(failure -> terminal.complain(failure.message()));
    int status = status(source.failures(), stats);
    return status == DONE ? options.outputs().status(DONE, worst) : status;
  }

  /** Who depends on what, instead of what happened. */
  private int readiness(CaptureFiles source, Pipeline pipeline)
      throws CaptureException, IOException, InterruptedException {
    Readiness readiness = new Readiness();
    DecoderStats stats;
    try (Outputs outputs =
        Outputs.open(
            options.outputs(), null, options.captures(), LogFiles.once(), terminal, true)) {
      stats = run(source, pipeline, Wanted.NOTHING, readiness::accept, () -> {});
      List<ReadinessEvent> answers = readiness.answers(source.tally().last());
      answers.forEach(outputs::accept);
      if (!options.outputs().toStandardOutput()) {
        TerminalReport report = new TerminalReport(terminal.columns(), terminal.colour());
        new ReadinessReport(report).print(answers, terminal.out());
        terminal.out().flush();
      }
    }
    source.failures().forEach(failure -> terminal.complain(failure.message()));
    return status(source.failures(), stats);
  }

  private DecoderStats run(
      CaptureFiles source,
      Pipeline pipeline,
      Wanted wanted,
      java.util.function.Consumer<Event> events,
      Runnable caughtUp)
      throws CaptureException, InterruptedException {
    Tracker tracker = new Tracker(Limits.DEFAULT, wanted, events);
    try (Progress bar = Progress.of(options.progress(), source, terminal)) {
      pipeline.run(tracker, at -> bar.step(), caughtUp);
      tracker.end();
      return pipeline.stats();
    }
  }

  private int status(List<Failure> failures, DecoderStats stats) {
    List<String> unknown = Captured.unknownLinkTypes(stats);
    unknown.forEach(terminal::complain);
    if (failures.stream().anyMatch(failure -> failure.problem() == Problem.NOT_OPENED)) {
      return WRONG_USAGE;
    }
    return failures.isEmpty() && unknown.isEmpty() ? DONE : UNREADABLE;
  }
}
