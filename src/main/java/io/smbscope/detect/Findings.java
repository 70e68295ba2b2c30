package io.smbscope.detect;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Key;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Entities;
import io.smbscope.event.FindingEvent.Stage;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts repeats of what detections saw, and tells of each finding once raised and once closed. */
public final class Findings {
  /** Findings that may be repeated yet; the one not seen for longest is closed when more come. */
  private static final int OPEN = 8192;

  private static final long QUIET = Duration.ofHours(1).toNanos();
  private static final int PACKETS_SHOWN = 16;

  private static final class Finding {
    Sighting seen;

    /** The gravest of all times; when it was raised it may have been less. */
    Severity severity;

    FlowKey flow;
    Entities entities;
    final List<Long> packets = new ArrayList<>(4);
    long count;
    Stamp last;

    FindingEvent event(Stamp at, Stage stage) {
      Rule rule = seen.rule;
      return new FindingEvent(
          at,
          stage,
          rule.id(),
          rule.title(),
          severity,
          rule.confidence(),
          rule.techniques(),
          rule.advice(),
          flow,
          entities,
          Collections.unmodifiableMap(seen.values),
          List.copyOf(packets),
          count,
          seen.windowSeconds,
          seen.first,
          last);
    }
  }

  private final Settings settings;
  private final Consumer<Event> out;

  /** Least recently seen first; bounded by {@link #OPEN}. */
  private final LinkedHashMap<Key, Finding> open = new LinkedHashMap<>(16, 0.75f, true);

  /** Live flows by id. {@link #started} adds, {@link #ended} removes; the flow tables bound it. */
  private final Map<Long, FlowKey> flows = new HashMap<>();

  private long evicted;

  Findings(Settings settings, Consumer<Event> out) {
    this.settings = settings;
    this.out = out;
  }

  void started(FlowKey flow) {
    flows.put(flow.id(), flow);
  }

  void ended(FlowKey flow) {
    flows.remove(flow.id());
  }

  /** Takes what a detection saw, in packet order. */
  public void report(Sighting seen) {
    if (!settings.enabled(seen.rule)) {
      return;
    }
    Entities entities = seen.entities();
    if (settings.suppressed(seen.rule, entities, seen.at)) {
      return;
    }
    closeQuiet(seen.at);
    Key key = key(seen);
    Finding finding = open.get(key);
    boolean raised = finding == null;
    Severity severity = settings.severity(seen.rule, seen.severity);
    if (raised) {
      finding = new Finding();
      finding.seen = seen;
      finding.severity = severity;
      finding.flow = flows.get(seen.flow);
      finding.entities = entities;
      open.put(key, finding);
    }
    if (severity.atLeast(finding.severity)) {
      finding.severity = severity;
    }
    finding.count++;
    finding.last = seen.at;
    remember(finding.packets, seen);
    if (raised) {
      out.accept(finding.event(seen.at, Stage.RAISED));
      makeRoom(seen.at);
    }
  }

  /** What one finding is told of: its rule and its entities. */
  private static Key key(Sighting seen) {
    Entities who = seen.entities();
    return Key.of(
        seen.rule.id(),
        who.client(),
        who.server(),
        who.user(),
        who.share(),
        who.file(),
        who.pipe(),
        who.operation());
  }

  private static void remember(List<Long> packets, Sighting seen) {
    for (long packet : seen.packets) {
      remember(packets, packet);
    }
    remember(packets, seen.at.packet());
  }

  private static void remember(List<Long> packets, long packet) {
    if (packets.size() < PACKETS_SHOWN && !packets.contains(packet)) {
      packets.add(packet);
    }
  }

  private void closeQuiet(Stamp now) {
    while (!open.isEmpty()) {
      Map.Entry<Key, Finding> eldest = open.entrySet().iterator().next();
      if (now.nanos() - eldest.getValue().last.nanos() < QUIET) {
        return;
      }
      open.remove(eldest.getKey());
      out.accept(eldest.getValue().event(now, Stage.CLOSED));
    }
  }

  private void makeRoom(Stamp now) {
    if (open.size() > OPEN) {
      Map.Entry<Key, Finding> eldest = open.entrySet().iterator().next();
      open.remove(eldest.getKey());
      out.accept(eldest.getValue().event(now, Stage.CLOSED));
      evicted++;
    }
  }

  /** The analysis is over: tells all that is open, in the order it was first seen. */
  void end(Stamp at) {
    List<Finding> rest = new ArrayList<>(open.values());
    open.clear();
    rest.sort(Comparator.comparingLong(finding -> finding.seen.at.packet()));
    rest.forEach(finding -> out.accept(finding.event(at, Stage.CLOSED)));
    if (evicted > 0) {
      String detail = evicted + " findings closed early, as there were too many at once";
      out.accept(new AnomalyEvent(new Anomaly(AnomalyKind.LIMIT_REACHED, at, 0, "", detail), null));
    }
  }
}
