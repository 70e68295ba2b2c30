package io.smbscope.cli;

import io.smbscope.detect.Detector;
import io.smbscope.detect.Settings;
import io.smbscope.detect.baseline.Learner;
import io.smbscope.detect.policy.Policy;
import io.smbscope.detect.sigma.SigmaRules;
import io.smbscope.event.BegunEvent;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.output.AccessSink;
import io.smbscope.output.JsonSink;
import io.smbscope.output.LineTarget;
import io.smbscope.output.ecs.EcsSink;
import io.smbscope.output.eve.EveSink;
import io.smbscope.output.stream.CefSink;
import io.smbscope.output.stream.CountedTarget;
import io.smbscope.output.stream.Fanout;
import io.smbscope.output.stream.LogFiles;
import io.smbscope.output.stream.Targets;
import io.smbscope.output.zeek.ZeekForm;
import io.smbscope.output.zeek.ZeekSink;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The sinks that the user asked for, each told every event. Those that write do so on threads of
 * their own, unless there is to be one thread only.
 */
final class Outputs implements AutoCloseable {
  private static final String STANDARD_OUTPUT = "-";

  /** On the caller's thread. */
  private final List<EventSink> sinks = new ArrayList<>();

  private final SinkThreads threads = new SinkThreads();

  /** By the option and what it named. */
  private final Map<String, CountedTarget> targets = new LinkedHashMap<>();

  /** Null when its logs are not wanted. */
  private ZeekSink zeek;

  private final Terminal terminal;

  /** Of a live capture, else null. */
  private final String interfaceName;

  private final LogFiles files;

  /** Null when nothing is to be found. */
  private Supplier<Detector> detector;

  /** Made with the first event, by the thread that tells it, while others begin their work. */
  private Detector detection;

  /** Findings depend on every command of SMB2. */
  private boolean everyCommand;

  private Severity worst;

  private final boolean alone;

  private Outputs(String interfaceName, LogFiles files, Terminal terminal, boolean alone) {
    this.interfaceName = interfaceName;
    this.files = files;
    this.terminal = terminal;
    this.alone = alone;
  }

  /**
   * Opens them all.
   *
   * @param interfaceName of a live capture, else null
   * @param captures the inputs, which no output may overwrite
   * @param files how those that are files are kept
   * @param alone no thread is started for them
   * @throws IllegalArgumentException one cannot be opened; says which and why
   */
  static Outputs open(
      OutputOptions options,
      String interfaceName,
      List<String> captures,
      LogFiles files,
      Terminal terminal,
      boolean alone)
      throws IOException {
    refuseCollisions(options.files(), captures);
    Outputs outputs = new Outputs(interfaceName, files, terminal, alone);
    boolean opened = false;
    try {
      outputs.open(options);
      opened = true;
    } finally {
      if (!opened) {
        outputs.close();
      }
    }
    return outputs;
  }

  /** Two outputs into one file, or one onto an input, would destroy what the user wants. */
  private static void refuseCollisions(List<String> files, List<String> captures)
      throws IOException {
    Set<String> taken = new HashSet<>();
    for (String file : files) {
      if (!taken.add(file)) {
        throw new IllegalArgumentException("two outputs go to " + file);
      }
      for (String capture : captures) {
        if (!STANDARD_OUTPUT.equals(file) && same(file, capture)) {
          throw new IllegalArgumentException(file + " is an input, it would be overwritten");
        }
      }
    }
  }

  private static boolean same(String file, String capture) throws IOException {
    try {
      return Files.exists(Path.of(file))
          && Files.exists(Path.of(capture))
          && Files.isRegularFile(Path.of(file))
          && Files.isSameFile(Path.of(file), Path.of(capture));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void open(OutputOptions options) throws IOException {
    if (options.json() != null) {
      write("json", new JsonSink(target("--json", options.json())));
    }
    if (STANDARD_OUTPUT.equals(options.learn())) {
      throw new IllegalArgumentException("--learn takes a file, to add to it");
    }
    if (options.learn() != null) {
      sinks.add(new Learner(SettingsOptions.path("--learn", options.learn())));
    }
    if (options.zeek() != null) {
      zeek = zeek(options);
      write("zeek", zeek);
    }
    boolean cef = options.syslogBody() == OutputOptions.SyslogBody.cef;
    List<LineTarget> eve = new ArrayList<>();
    options.eve().forEach(spec -> eve.add(target("--eve", spec)));
    options.kafka().forEach(spec -> eve.add(named("--kafka", spec, Targets.kafka(spec))));
    if (!cef) {
      options.syslog().forEach(spec -> eve.add(syslog(spec, "EVE")));
    }
    if (!eve.isEmpty()) {
      write("eve", new EveSink(new Fanout(eve), interfaceName));
    }
    List<LineTarget> ecs = new ArrayList<>();
    options.ecs().forEach(spec -> ecs.add(target("--ecs", spec)));
    if (!ecs.isEmpty()) {
      write("ecs", new EcsSink(new Fanout(ecs)));
    }
    if (cef && !options.syslog().isEmpty()) {
      List<LineTarget> collectors = new ArrayList<>();
      options.syslog().forEach(spec -> collectors.add(syslog(spec, "CEF")));
      write("cef", new CefSink(new Fanout(collectors), Main.version()));
    }
  }

  private void write(String name, EventSink sink) {
    if (alone) {
      sinks.add(sink);
    } else {
      threads.add(name, sink);
    }
  }

  private LineTarget target(String option, String spec) {
    return named(option, spec, Targets.open(spec, terminal.lines(), files));
  }

  private LineTarget syslog(String spec, String messageId) {
    return named("--syslog", spec, Targets.syslog(spec, messageId));
  }

  private LineTarget named(String option, String spec, LineTarget target) {
    CountedTarget counted = new CountedTarget(target);
    targets.put(option + " " + spec, counted);
    return counted;
  }

  private ZeekSink zeek(OutputOptions options) {
    String name = options.zeek();
    Path folder;
    try {
      folder = Files.createDirectories(Path.of(name));
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException("cannot write into " + name + ": not a folder", e);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("cannot make " + name + ": " + reason(e), e);
    }
    if (!Files.isWritable(folder)) {
      throw new IllegalArgumentException("cannot write into " + name + ": permission denied");
    }
    return new ZeekSink(new ZeekForm(folder, options.zeekJson(), options.zeekExtra(), files));
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

  /** Told on the caller's thread. */
  void add(EventSink sink) {
    sinks.add(sink);
  }

  /**
   * Adds the access map.
   *
   * @param name where it goes, or null for none
   */
  void access(String name, Policy policy) throws IOException {
    if (name != null) {
      sinks.add(new AccessSink(target("--access", name), policy::sensitiveKind));
    }
  }

  /** What is found in events is told to the sinks too. */
  void detect(Settings settings, SigmaRules sigma) {
    everyCommand = sigma.everyCommand();
    detector = () -> new Detector(settings, sigma, this::tell);
  }

  /**
   * Whether findings, or sinks without a thread of their own, may depend on an event: of the
   * commands of SMB2 only the rare ones do, unless rules ask for all. By any thread.
   */
  boolean looksAt(Event event) {
    if (event instanceof MessageEvent message) {
      return message.rare();
    }
    return everyCommand || !(event instanceof Smb2CommandEvent command) || command.rare();
  }

  /** Tells every sink of events, and of those that are {@code looked} at the detections too. */
  void accept(List<Event> events, boolean[] looked) {
    for (int i = 0; i < events.size(); i++) {
      if (looked[i]) {
        accept(events.get(i));
      } else {
        threads.accept(events.get(i));
      }
    }
  }

  /** Tells every sink; findings behind the event that made them, but before the last of all. */
  void accept(Event event) {
    if (detection == null && detector != null) {
      detection = detector.get();
    }
    boolean last = event instanceof CaptureEvent;
    // Sinks tell what has ended; beginnings are for detections alone.
    boolean begins = event instanceof BegunEvent || event instanceof FlowStartEvent;
    if (!last && !begins) {
      tell(event);
    }
    if (detection != null) {
      detection.accept(event);
    }
    if (last) {
      tell(event);
    }
  }

  /** The gravest finding so far, or null. */
  Severity worst() {
    return worst;
  }

  /** Waits while a sink that writes is behind. */
  private void tell(Event event) {
    if (event instanceof FindingEvent finding
        && (worst == null || finding.severity().atLeast(worst))) {
      worst = finding.severity();
    }
    try {
      for (EventSink sink : sinks) {
        sink.accept(event);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.accept(event);
  }

  /** Lets readers see what was written so far. */
  void flush() {
    try {
      for (EventSink sink : sinks) {
        if (sink instanceof Flushable held) {
          held.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.flush();
  }

  /** Tells what each output was given and has lost. By any thread. */
  void count(OutputCounts counts) {
    targets.forEach((name, target) -> counts.output(name, target.given(), target.lost()));
    if (zeek != null) {
      counts.output("--zeek", zeek.rows(), zeek.lost());
    }
  }

  /** Takes the lines given to an output, and those of them that were lost. */
  interface OutputCounts {
    void output(String name, long given, long lost);
  }

  /** Whoever read standard output wants no more, as {@code head}: no failure of ours. */
  static boolean readerLeft(IOException e) {
    return "Broken pipe".equals(e.getMessage());
  }

  /** Says what was lost, once all that could be delivered is; closes all, even if one fails. */
  @Override
  public void close() throws IOException {
    List<Closing> steps = new ArrayList<>();
    steps.add(threads::end);
    sinks.forEach(sink -> steps.add(sink::close));
    steps.add(threads::await);
    steps.add(this::sayLosses);
    Exception failure = null;
    for (Closing step : steps) {
      try {
        step.run();
      } catch (IOException | RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  private interface Closing {
    void run() throws IOException;
  }

  private void sayLosses() {
    targets.forEach((name, target) -> sayLoss(name, target.lost(), target.trouble()));
    if (zeek != null) {
      sayLoss("--zeek", zeek.lost(), zeek.trouble());
    }
  }

  private void sayLoss(String name, long lost, String trouble) {
    if (lost > 0) {
      String why = trouble == null ? "" : ": " + trouble;
      terminal.complain(name + ": " + lost + " lines lost" + why);
    }
  }
}
