package io.smbscope.output.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TreeEvent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts messages by dialect, anomalies, evictions and flows, and how long after its packet each
 * event is told. Needs the events of all commands. Told by one thread, read by the server's.
 */
final class EventMetrics implements EventSink {
  /** Dialects told apart: those of SMB1 are what a client wrote, and may be anything. */
  private static final Set<String> DIALECTS =
      Set.of(
          "2.0.2",
          "2.1",
          "3.0",
          "3.0.2",
          "3.1.1",
          "NT LM 0.12",
          "LANMAN2.1",
          "LM1.2X002",
          "LANMAN1.0",
          "PC NETWORK PROGRAM 1.0");

  private static final String OTHER = "other";
  private static final String UNKNOWN = "unknown";
  private static final String EVICTED = "evicted";
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Messages of a flow that are not counted yet: its dialect is not known. */
  private static final class Waiting {
    CounterDataPoint counter;
    long messages;
  }

  private final Map<String, CounterDataPoint> messages = new HashMap<>();

  /** By flow; freed with its last event. The flow tables bound it. */
  private final Map<Long, Waiting> flows = new HashMap<>();

  private final Map<AnomalyKind, CounterDataPoint> anomalies = new EnumMap<>(AnomalyKind.class);
  private final Map<String, CounterDataPoint> evictions = new HashMap<>();
  private final CounterDataPoint endedTcp;
  private final CounterDataPoint endedUdp;
  private final DistributionDataPoint latency;

  EventMetrics(PrometheusRegistry registry) {
    Counter byDialect =
        counter(
            registry, "smbscope_smb_messages", "SMB messages, by the dialect spoken.", "dialect");
    DIALECTS.forEach(name -> messages.put(name, byDialect.labelValues(name)));
    messages.put(OTHER, byDialect.labelValues(OTHER));
    messages.put(UNKNOWN, byDialect.labelValues(UNKNOWN));
    Counter byReason =
        counter(
            registry, "smbscope_anomalies", "What was malformed, lost or over a limit.", "reason");
    for (AnomalyKind kind : AnomalyKind.values()) {
      anomalies.put(kind, byReason.labelValues(kind.label()));
    }
    Counter byTable =
        counter(
            registry, "smbscope_evictions", "What was given up because a table was full.", "table");
    for (String table : new String[] {"flows", "sessions", "trees", "opens"}) {
      evictions.put(table, byTable.labelValues(table));
    }
    Counter ended =
        counter(
            registry,
            "smbscope_ended_flows",
            "TCP connections and UDP conversations that ended.",
            "transport");
    endedTcp = ended.labelValues("tcp");
    endedUdp = ended.labelValues("udp");
    Histogram histogram =
        Histogram.builder()
            .name("smbscope_event_latency_seconds")
            .help("From the packet that made an event known to its being told.")
            .classicOnly()
            .classicUpperBounds(0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
            .register(registry);
    latency = histogram;
  }

  private static Counter counter(
      PrometheusRegistry registry, String name, String help, String label) {
    return Counter.builder().name(name).help(help).labelNames(label).register(registry);
  }

  @Override
  public void accept(Event event) {
    Stamp at = event.at();
    if (at != null) {
      long millis = System.currentTimeMillis() - at.nanos() / NANOS_PER_MILLI;
      latency.observe(Math.max(0, millis) / MILLIS_PER_SECOND);
    }
    if (event instanceof MessageEvent message) {
      message(message.flow());
    } else if (event instanceof Smb2CommandEvent command) {
      dialect(command.flow(), command.dialect());
    } else if (event instanceof Smb1CommandEvent command) {
      dialect(command.flow(), command.dialect());
    } else if (event instanceof AnomalyEvent anomaly) {
      anomalies.get(anomaly.anomaly().kind()).inc();
    } else if (event instanceof SessionEvent session) {
      ended("sessions", session.end());
    } else if (event instanceof TreeEvent tree) {
      ended("trees", tree.end());
    } else if (event instanceof FileEvent file) {
      ended("opens", file.end());
    } else if (event instanceof FlowEvent flow) {
      ended(flow);
    }
  }

  private void message(FlowKey flow) {
    Waiting known = flows.computeIfAbsent(flow.id(), id -> new Waiting());
    if (known.counter == null) {
      known.messages++;
    } else {
      known.counter.inc();
    }
  }

  private void dialect(FlowKey flow, String dialect) {
    Waiting known = flows.get(flow.id());
    if (known != null && known.counter == null && dialect != null) {
      known.counter = messages.getOrDefault(dialect, messages.get(OTHER));
      known.counter.inc(known.messages);
    }
  }

  private void ended(FlowEvent flow) {
    ended("flows", flow.endReason());
    (flow.flow().tcp() ? endedTcp : endedUdp).inc();
    Waiting known = flows.remove(flow.flow().id());
    if (known != null && known.counter == null) {
      messages.get(UNKNOWN).inc(known.messages);
    }
  }

  private void ended(String table, String reason) {
    if (EVICTED.equals(reason)) {
      evictions.get(table).inc();
    }
  }

  /** Keeps nothing back. */
  @Override
  public void close() {}
}
