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
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Files by which impacket's wmiexec, dcomexec and atexec fetch what a command says. */
public final class CommandOutput implements Detection {
  private static final Rule WMIEXEC =
      Rule.of(
          "wmiexec",
          "Output of commands run by WMI or DCOM fetched",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1047 T1021.003",
          "A file in an administrative share is opened whose name is two underscores and a time.",
          "Take the server off the network; somebody ran commands on it.");
  private static final Rule ATEXEC =
      Rule.of(
          "atexec",
          "Output of a command run by a task fetched",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1053.005",
          "A task is registered on a server, and a file of eight letters is read from its folder"
              + " Temp; or the task's beginning is one that a tool writes.",
          "Take the server off the network; somebody ran commands on it as SYSTEM.");

  /** wmiexec writes a time with its fraction, dcomexec its first digits. */
  private static final Pattern TIME = Pattern.compile("__(\\d{9,11}(\\.\\d+)?|\\d{5})");

  private static final Pattern TEMPORARY = Pattern.compile("[A-Za-z]{8}\\.tmp");
  private static final String BEGINNING = "2015-07-15T20:35:13.2757294";
  private static final long NEAR = Duration.ofMinutes(5).toNanos();
  private static final int PAIRS = 4096;

  /** atsvc and ITaskSchedulerService. */
  private static final Set<UUID> SCHEDULERS =
      Set.of(
          UUID.fromString("1ff70682-0a51-30e8-076d-740be8cee98b"),
          UUID.fromString("86d35949-83c9-4044-b424-db363231fd0c"));

  private final Findings findings;

  /** When a client last called the scheduler of a server. */
  private final Latest<Key, Stamp> tasks = new Latest<>(PAIRS);

  public CommandOutput(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(WMIEXEC, ATEXEC);
  }

  @Override
  public void listen(Listeners on) {
    on.open(this::open);
    on.rpc(this::rpc);
  }

  private void open(FileEvent file) {
    String name = file.name();
    if (name == null || !PathNames.adminShare(file.share())) {
      return;
    }
    String last = PathNames.last(name);
    if (last.startsWith("__") && TIME.matcher(last).matches()) {
      report(WMIEXEC, file, last);
    } else if (PathNames.endsWith(PathNames.folder(name), "Temp")
        && TEMPORARY.matcher(last).matches()) {
      Stamp task = tasks.get(Key.of(file.client().ip(), file.server().ip()));
      if (task != null && file.at().nanos() - task.nanos() <= NEAR) {
        report(ATEXEC, file, name);
      }
    }
  }

  private void report(Rule rule, FileEvent file, String name) {
    findings.report(Seen.in(rule, file).share(null).value("file", Seen.text(name)));
  }

  private void rpc(RpcEvent rpc) {
    if (rpc.interfaceId() == null
        || !SCHEDULERS.contains(rpc.interfaceId())
        || Calls.opnum(rpc) < 0) {
      return;
    }
    tasks.put(Key.of(rpc.flow().client().ip(), rpc.flow().server().ip()), rpc.at());
    String xml = rpc.argument("xml");
    if (xml != null && xml.contains(BEGINNING)) {
      findings.report(Seen.in(ATEXEC, rpc).value("path", Seen.text(rpc.argument("path"))));
    }
  }
}
