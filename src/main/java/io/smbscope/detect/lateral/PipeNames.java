package io.smbscope.detect.lateral;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.PathNames;
import io.smbscope.detect.Patterns;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Named pipes that tools of attack serve, or that nobody has been seen to serve. */
public final class PipeNames implements Detection {
  private static final Rule MALICIOUS =
      Rule.of(
          "pipe-malicious",
          "Pipe of a tool of attack",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1071",
          "CREATE on IPC$ of a name that a tool of attack uses.",
          "Find the process that serves the pipe, and the one that opens it.");
  private static final Rule PSEXEC =
      Rule.of(
          "psexec",
          "Program run by PsExec or one like it",
          Severity.HIGH,
          Confidence.HIGH,
          "T1569.002",
          "CREATE on IPC$ of a pipe of PsExec's service or of one of its clones, or its program is"
              + " put on an administrative share.",
          "Ask who administers the server from this client; attackers use the same tools.");
  private static final Rule UNKNOWN =
      Rule.of(
          "pipe-first-seen",
          "Pipe not seen before",
          Severity.MEDIUM,
          Confidence.LOW,
          "T1021.002",
          "CREATE on IPC$ of a name outside of those in ordinary use succeeds for the first time on"
              + " this server.",
          "Find out which program serves the pipe.");
  private static final Rule RELAY =
      Rule.of(
              "pipe-relay-c2",
              "Long exchange over an unknown pipe",
              Severity.HIGH,
              Confidence.LOW,
              "T1090.001",
              "A pipe outside of those in ordinary use is read and written for long, in small"
                  + " messages that are no DCE/RPC.",
              "Find the processes at both ends of the pipe.")
          .with("seconds", 600)
          .with("messages", 20)
          .with("octets", 65_536);

  private static final int KNOWN = 16_384;
  private static final int OPEN = 4096;
  private static final String SERVICE_PROGRAM = "psexesvc.exe";

  private record Pipe(String server, String name) {}

  private final Findings findings;
  private final long seconds;
  private final long messages;
  private final long octets;
  private static final Patterns USUAL = Patterns.of(PipeNames.class, "usual-pipes.txt");
  private static final Patterns KNOWN_MALICIOUS =
      Patterns.of(PipeNames.class, "malicious-pipes.txt");
  private static final Patterns PSEXEC_NAMES = Patterns.of(PipeNames.class, "psexec-pipes.txt");

  /** Names that were told of already. */
  private final Latest<Pipe, Boolean> known = new Latest<>(KNOWN);

  /** Pipes that carry DCE/RPC, by the packet that began the open. */
  private final Latest<Long, Boolean> calls = new Latest<>(OPEN);

  /** Common names, as they are written most, that need no look at the lists. */
  private final Set<String> common = new HashSet<>();

  public PipeNames(Settings settings, Findings findings) {
    this.findings = findings;
    this.seconds = settings.number(RELAY, "seconds");
    this.messages = settings.number(RELAY, "messages");
    this.octets = settings.number(RELAY, "octets");
    for (String name : List.of("srvsvc", "lsarpc", "samr", "wkssvc", "winreg", "spoolss")) {
      common.add(name);
    }
  }

  @Override
  public List<Rule> rules() {
    return List.of(MALICIOUS, PSEXEC, UNKNOWN, RELAY);
  }

  @Override
  public void listen(Listeners on) {
    on.open(this::open);
    on.rpc(this::rpc);
    on.pipe(this::pipe);
    on.pipeEnd(this::pipeEnd);
  }

  private void rpc(RpcEvent rpc) {
    if (rpc.pipe() != null && rpc.interfaceId() != null) {
      calls.put(rpc.pipe().start().packet(), true);
    }
  }

  private void open(FileEvent file) {
    if (Seen.made(file)
        && PathNames.endsWith(file.name(), SERVICE_PROGRAM)
        && PathNames.adminShare(file.share())) {
      findings.report(Seen.in(PSEXEC, file).share(null).value("file", Seen.text(file.name())));
    }
  }

  private void pipe(FileEvent file) {
    if (file.name() == null) {
      return;
    }
    String name = name(file);
    if (name.isEmpty() || common.contains(name)) {
      return;
    }
    if (PSEXEC_NAMES.matches(name)) {
      findings.report(Seen.in(PSEXEC, file).share(null).value("pipe", Seen.text(name)));
    } else if (KNOWN_MALICIOUS.matches(name)) {
      findings.report(
          Seen.in(MALICIOUS, file)
              .share(null)
              .pipe(Seen.text(name))
              .value("status", file.status()));
    } else if ("STATUS_SUCCESS".equals(file.status()) && !USUAL.matches(name)) {
      Pipe pipe = new Pipe(file.server().ip(), name.toLowerCase(Locale.ROOT));
      if (known.get(pipe) == null) {
        known.put(pipe, true);
        findings.report(Seen.in(UNKNOWN, file).share(null).pipe(Seen.text(name)));
      }
    }
  }

  /** Without what SMB1 clients put before it. */
  static String name(FileEvent file) {
    String name = file.name();
    if (name.regionMatches(true, 0, "\\PIPE\\", 0, 6)) {
      return name.substring(6);
    }
    return name.startsWith("\\") ? name.substring(1) : name;
  }

  private void pipeEnd(FileEvent file) {
    if (file.name() == null) {
      return;
    }
    boolean rpc = calls.remove(file.start().packet()) != null;
    long lasted = file.at().nanos() - file.start().nanos();
    long exchanged = file.reads() + file.writes();
    if (!rpc
        && lasted >= Duration.ofSeconds(seconds).toNanos()
        && exchanged >= messages
        && file.reads() > 0
        && file.writes() > 0
        && file.bytesRead() + file.bytesWritten() <= exchanged * octets
        && !USUAL.matches(name(file))) {
      findings.report(
          Seen.in(RELAY, file)
              .share(null)
              .pipe(Seen.text(name(file)))
              .window(file.start(), seconds)
              .value("messages", exchanged)
              .value("octets-read", file.bytesRead())
              .value("octets-written", file.bytesWritten()));
    }
  }
}
