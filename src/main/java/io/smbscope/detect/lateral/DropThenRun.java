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
import io.smbscope.detect.Settings;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file put on a server and something run there, in either order. */
public final class DropThenRun implements Detection {
  private static final Rule RULE =
      Rule.of(
              "lm-then-exec",
              "File put on a server, and something run there",
              Severity.CRITICAL,
              Confidence.HIGH,
              "T1570 T1569.002",
              "A file is written to an administrative share, and a call runs a service, task or"
                  + " method on the same server.",
              "Take the server off the network and look at what was written and run.")
          .with("seconds", 600);

  private static final int SERVERS = 8192;

  /** Last seen of one server. */
  private static final class Target {
    FileEvent written;
    Stamp writtenAt;
    RpcEvent run;
    Stamp runAt;
  }

  private final Findings findings;
  private final long window;
  private final long seconds;
  private final Set<Key> runs = new HashSet<>();
  private final Latest<String, Target> targets = new Latest<>(SERVERS);

  public DropThenRun(Settings settings, Findings findings) {
    this.findings = findings;
    this.seconds = settings.number(RULE, "seconds");
    this.window = Duration.ofSeconds(seconds).toNanos();
    Set<String> running =
        Set.of(RemoteCall.SERVICE.id(), RemoteCall.TASK.id(), RemoteCall.WMI.id());
    for (RemoteCall call : RemoteCall.ALL) {
      if (running.contains(call.rule().id())) {
        call.opnums().forEach(opnum -> runs.add(Key.of(call.of(), opnum)));
      }
    }
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.open(file -> file(file, Seen.made(file)));
    on.openEnd(file -> file(file, file.bytesWritten() > 0));
    on.rpc(this::rpc);
  }

  private void file(FileEvent file, boolean written) {
    if (!written || !PathNames.adminShare(file.share())) {
      return;
    }
    Target target = targets.computeIfAbsent(file.server().ip(), any -> new Target());
    boolean known = target.written != null && target.written.start().equals(file.start());
    target.written = file;
    target.writtenAt = file.at();
    if (!known && target.runAt != null && file.at().nanos() - target.runAt.nanos() <= window) {
      report(target, file.at());
    }
  }

  private void rpc(RpcEvent rpc) {
    if (rpc.interfaceId() == null || !runs.contains(Key.of(rpc.interfaceId(), Calls.opnum(rpc)))) {
      return;
    }
    Target target = targets.computeIfAbsent(rpc.flow().server().ip(), any -> new Target());
    target.run = rpc;
    target.runAt = rpc.at();
    if (target.writtenAt != null && rpc.at().nanos() - target.writtenAt.nanos() <= window) {
      report(target, rpc.at());
    }
  }

  private void report(Target target, Stamp at) {
    Stamp first = target.writtenAt.nanos() < target.runAt.nanos() ? target.writtenAt : target.runAt;
    findings.report(
        Seen.in(RULE, target.run, at)
            .packet(target.writtenAt.packet())
            .packet(target.runAt.packet())
            .window(first, seconds)
            .value("file", Seen.path(target.written))
            .value("written-by", target.written.client().ip()));
  }
}
