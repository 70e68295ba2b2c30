package io.smbscope.cli;

import io.smbscope.base.Limits;
import io.smbscope.capture.CaptureException;
import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.CaptureFiles.Failure;
import io.smbscope.capture.CaptureFiles.Problem;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.net.DecoderStats;
import io.smbscope.net.Ports;
import io.smbscope.output.JsonSink;
import io.smbscope.report.Summary;
import io.smbscope.report.TerminalReport;
import io.smbscope.session.Tracker;
import io.smbscope.session.Wanted;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code smbscope analyze}. */
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
  int run() throws InterruptedException {
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
    try (CaptureFiles source = open()) {
      return analyze(source, Ports.withTcp(options.ports()));
    } catch (CaptureException | IllegalArgumentException e) {
      terminal.complain(e.getMessage());
      return WRONG_USAGE;
    } catch (IOException | UncheckedIOException e) {
      terminal.complain("cannot write: " + e.getMessage());
      return UNREADABLE;
    } finally {
      finished.countDown();
    }
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

  private int analyze(CaptureFiles source, Ports followed)
      throws CaptureException, IOException, InterruptedException {
    List<EventSink> sinks = new ArrayList<>();
    Summary summary = new Summary();
    boolean toTerminal = !"-".equals(options.json());
    if (toTerminal) {
      sinks.add(summary);
    }
    if (options.json() != null) {
      sinks.add(new JsonSink(output(options.json())));
    }
    DecoderStats stats = run(source, followed, event -> tell(sinks, event), () -> flush(sinks));
    CaptureEvent capture = capture(source, stats);
    tell(sinks, capture);
    for (EventSink sink : sinks) {
      sink.close();
    }
    if (toTerminal && source.packets() > 0) {
      new TerminalReport(terminal.columns(), terminal.colour()).print(summary, terminal.out());
      terminal.out().flush();
    }
    source.failures().forEach(failure -> terminal.complain(failure.message()));
    return status(source.failures(), stats);
  }

  private DecoderStats run(
      CaptureFiles source,
      Ports followed,
      java.util.function.Consumer<Event> events,
      Runnable caughtUp)
      throws CaptureException, InterruptedException {
    Tracker tracker = new Tracker(Limits.DEFAULT, Wanted.NOTHING, events);
    try (Progress bar = Progress.of(options.progress(), source, terminal)) {
      Pipeline pipeline =
          new Pipeline(
              source, followed, Limits.DEFAULT, options.threads(), tracker, bar::step, caughtUp);
      pipeline.run();
      tracker.end();
      return pipeline.stats();
    }
  }

  private OutputStream output(String name) throws IOException {
    if ("-".equals(name)) {
      return terminal.out();
    }
    try {
      return Files.newOutputStream(Path.of(name));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("cannot write " + name + ": " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "no such folder";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.FileSystemException failure && failure.getReason() != null) {
      return failure.getReason().toLowerCase(Locale.ROOT);
    }
    return e.getMessage();
  }

  private static void tell(List<EventSink> sinks, Event event) {
    try {
      for (EventSink sink : sinks) {
        sink.accept(event);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flush(List<EventSink> sinks) {
    try {
      for (EventSink sink : sinks) {
        if (sink instanceof Flushable held) {
          held.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CaptureEvent capture(CaptureFiles source, DecoderStats stats) {
    long unknown = stats.unknownLinkTypes().values().stream().mapToLong(Long::longValue).sum();
    List<String> failures =
        Stream.concat(
                source.failures().stream().map(Failure::message), unknownLinkTypes(stats).stream())
            .collect(Collectors.toList());
    return new CaptureEvent(
        source.last(),
        source.first(),
        options.captures(),
        source.packets(),
        source.bytes(),
        source.wireBytes(),
        stats.relevant(),
        stats.truncated(),
        unknown + stats.malformed(),
        failures);
  }

  private static List<String> unknownLinkTypes(DecoderStats stats) {
    return stats.unknownLinkTypes().entrySet().stream()
        .map(
            entry ->
                "unknown link type "
                    + entry.getKey()
                    + ": "
                    + entry.getValue()
                    + " packets not read")
        .toList();
  }

  private int status(List<Failure> failures, DecoderStats stats) {
    List<String> unknown = unknownLinkTypes(stats);
    unknown.forEach(terminal::complain);
    if (failures.stream().anyMatch(failure -> failure.problem() == Problem.NOT_OPENED)) {
      return WRONG_USAGE;
    }
    return failures.isEmpty() && unknown.isEmpty() ? DONE : UNREADABLE;
  }
}
