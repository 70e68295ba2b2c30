package io.smbscope.detect.discovery;

import io.smbscope.base.Key;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Calls;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.detect.window.Rate;
import io.smbscope.event.Confidence;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import io.smbscope.rpc.Argument;
import java.time.Duration;
import java.util.List;

/**
 * SIDs made up by counting, to learn which accounts there are. LsarLookupSids and its later forms,
 * [MS-LSAT] 3.1.4.9 to 3.1.4.11, and SamrLookupIdsInDomain, [MS-SAMR] 3.1.5.11.3.
 */
public final class RidCycling implements Detection {
  private static final Rule RULE =
      Rule.of(
              "rid-cycling",
              "SIDs looked up one after the other",
              Severity.HIGH,
              Confidence.HIGH,
              "T1087",
              "Looked-up RIDs follow each other without a gap, or nobody and guests look many up.",
              "Do not let anonymous sessions translate SIDs, and find out who asks.")
          .with("rids", 50)
          .with("unproven-lookups", 20)
          .with("seconds", 300);

  private static final int KEYS = 4096;

  /** RIDs that follow each other. */
  private static final class Run {
    long last = -1;
    Stamp first;
    Stamp latest;
    long length;

    void add(long rid, Stamp at, long window) {
      if (rid == last) {
        return;
      }
      if (rid != last + 1 || latest == null || at.nanos() - latest.nanos() > window) {
        first = at;
        length = 0;
      }
      last = rid;
      latest = at;
      length++;
    }
  }

  private final Findings findings;
  private final long rids;
  private final long unprovenLookups;
  private final Duration window;
  private final Latest<Key, Run> runs = new Latest<>(KEYS);
  private final Rate<Key> rate;
  private final UnprovenSessions unproven = new UnprovenSessions();

  public RidCycling(Settings settings, Findings findings) {
    this.findings = findings;
    this.rids = settings.number(RULE, "rids");
    this.unprovenLookups = settings.number(RULE, "unproven-lookups");
    this.window = Duration.ofSeconds(settings.number(RULE, "seconds"));
    this.rate = new Rate<>(unprovenLookups, window, KEYS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    unproven.listen(on);
    on.rpc(this::rpc);
  }

  private void rpc(RpcEvent event) {
    if (!looksUp(event)) {
      return;
    }
    Key key = Key.of(event.flow().client().ip(), event.flow().server().ip());
    Run run = runs.computeIfAbsent(key, any -> new Run());
    long longest = 0;
    for (Argument argument : event.arguments()) {
      long rid = rid(argument);
      if (rid >= 0) {
        run.add(rid, event.at(), window.toNanos());
        longest = Math.max(longest, run.length);
      }
    }
    if (longest >= rids) {
      findings.report(sighting(event, run.first).value("rids", longest).value("last", run.last));
    }
    if (unproven.has(event.flow().id(), event.sessionId())) {
      int count = rate.add(key, event.at());
      if (count >= unprovenLookups) {
        findings.report(sighting(event, rate.first(key, count)).value("lookups", count));
      }
    }
  }

  private static boolean looksUp(RpcEvent event) {
    int opnum = Calls.opnum(event);
    return Calls.LSARPC.equals(event.interfaceId())
        ? opnum == 15 || opnum == 57 || opnum == 76
        : Calls.SAMR.equals(event.interfaceId()) && opnum == 18;
  }

  /** The last part of a SID, or a RID by itself; -1 for what is neither. */
  private static long rid(Argument argument) {
    boolean sid = argument.name().equals("Sid");
    if (!sid && !argument.name().equals("RelativeIds")) {
      return -1;
    }
    String value = argument.value();
    try {
      return Long.parseLong(value.substring(value.lastIndexOf('-') + 1));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Sighting sighting(RpcEvent event, Stamp since) {
    return new Sighting(RULE, event.at())
        .flow(event.flow().id())
        .client(event.flow().client().ip())
        .server(event.flow().server().ip())
        .user(event.user())
        .window(since, window.toSeconds())
        .value("operation", Calls.name(event));
  }
}
