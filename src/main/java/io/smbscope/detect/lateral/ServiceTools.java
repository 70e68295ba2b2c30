package io.smbscope.detect.lateral;

import io.smbscope.base.Key;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Calls;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.PathNames;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What impacket's psexec and smbexec look like: a service of theirs, and files beside it. */
public final class ServiceTools implements Detection {
  private static final Rule PSEXEC =
      Rule.of(
          "impacket-psexec-shape",
          "Program run as a service with random names",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1569.002",
          "A program of eight letters is put on an administrative share, and a service of four"
              + " letters is made for it.",
          "Take the server off the network; somebody ran commands on it as SYSTEM.");
  private static final Rule SMBEXEC =
      Rule.of(
          "smbexec",
          "Commands run by services, one for each",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1569.002",
          "A service is made, started and deleted that writes what a command says to a file"
              + " __output, which is then read.",
          "Take the server off the network; somebody ran commands on it as SYSTEM.");

  private static final int CREATE_SERVICE_W = 12;
  private static final int DELETE_SERVICE = 2;
  private static final int START_SERVICE_W = 19;
  private static final long NEAR = Duration.ofSeconds(60).toNanos();
  private static final long AT_ONCE = Duration.ofSeconds(5).toNanos();
  private static final int PAIRS = 4096;
  private static final Pattern PROGRAM = Pattern.compile("[A-Za-z]{8}\\.exe");
  private static final Pattern SERVICE = Pattern.compile("[A-Za-z]{4}");
  private static final Pattern OUTPUT = Pattern.compile("__output(_[A-Za-z]{8})?");

  /** What one client did last to one server. */
  private static final class Trace {
    FileEvent program;
    RpcEvent created;
    Stamp started;
    Stamp deleted;
    FileEvent output;

    boolean made(Stamp at) {
      return created != null && at.nanos() - created.at().nanos() <= NEAR;
    }

    /** The service lived for seconds, as those do that run one command. */
    boolean shortLived() {
      return created != null
          && deleted != null
          && started != null
          && deleted.nanos() >= created.at().nanos()
          && deleted.nanos() - created.at().nanos() <= AT_ONCE;
    }
  }

  private final Findings findings;
  private final Latest<Key, Trace> pairs = new Latest<>(PAIRS);

  public ServiceTools(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(PSEXEC, SMBEXEC);
  }

  @Override
  public void listen(Listeners on) {
    on.open(this::open);
    on.rpc(this::rpc);
  }

  private void open(FileEvent file) {
    String name = file.name();
    if (name == null) {
      return;
    }
    if (Seen.made(file)
        && PathNames.adminShare(file.share())
        && PROGRAM.matcher(PathNames.last(name)).matches()) {
      of(file).program = file;
    } else if (name.startsWith("__", name.lastIndexOf('\\') + 1)
        && OUTPUT.matcher(PathNames.last(name)).matches()) {
      Trace seen = of(file);
      seen.output = file;
      smbexec(seen, file.at());
    }
  }

  private Trace of(FileEvent file) {
    return of(Key.of(file.client().ip(), file.server().ip()));
  }

  private Trace of(Key pair) {
    return pairs.computeIfAbsent(pair, any -> new Trace());
  }

  private void rpc(RpcEvent rpc) {
    if (!RemoteCall.SVCCTL.equals(rpc.interfaceId())) {
      return;
    }
    Trace seen = of(Key.of(rpc.flow().client().ip(), rpc.flow().server().ip()));
    switch (Calls.opnum(rpc)) {
      case CREATE_SERVICE_W -> created(seen, rpc);
      case START_SERVICE_W -> seen.started = rpc.at();
      case DELETE_SERVICE -> {
        seen.deleted = rpc.at();
        smbexec(seen, rpc.at());
      }
      default -> {
        // Opening and closing say nothing.
      }
    }
  }

  private void created(Trace seen, RpcEvent rpc) {
    seen.created = rpc;
    seen.started = null;
    seen.deleted = null;
    String service = rpc.argument("lpServiceName");
    String command = rpc.argument("lpBinaryPathName");
    if (command != null && command.contains("__output")) {
      report(SMBEXEC, rpc, rpc.at(), null);
    } else if (seen.program != null
        && rpc.at().nanos() - seen.program.at().nanos() <= NEAR
        && (runs(command, seen.program)
            || (service != null && SERVICE.matcher(service).matches()))) {
      report(PSEXEC, rpc, rpc.at(), seen.program);
    }
  }

  private static boolean runs(String command, FileEvent program) {
    return command != null && PathNames.endsWith(command, PathNames.last(program.name()));
  }

  /** Where the call's arguments are not readable. */
  private void smbexec(Trace seen, Stamp at) {
    if (seen.output != null
        && at.nanos() - seen.output.at().nanos() <= NEAR
        && seen.made(at)
        && seen.shortLived()) {
      report(SMBEXEC, seen.created, at, seen.output);
    }
  }

  private void report(Rule rule, RpcEvent created, Stamp at, FileEvent file) {
    findings.report(
        Seen.in(rule, created, at)
            .packet(file == null ? created.at().packet() : file.at().packet())
            .value("file", file == null ? null : Seen.path(file))
            .value("service", Seen.text(created.argument("lpServiceName")))
            .value("command", Seen.text(created.argument("lpBinaryPathName"))));
  }
}
