package io.smbscope.net;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Stamp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Remembers all that flows say, for tests to look at. */
public final class RecordedFlows implements FlowHandlers, AnomalySink {
  /** One flow. */
  public final class Recorded implements FlowHandler {
    public final FlowInfo info;
    public final Stamp opened;
    public final StringBuilder client = new StringBuilder();
    public final StringBuilder server = new StringBuilder();

    /**
     * Both directions in the order they came: {@code C:octets}, {@code S:octets}, {@code C-gap}.
     */
    public final List<String> calls = new ArrayList<>();

    public final List<Long> packets = new ArrayList<>();
    public Stamp ended;
    public FlowStats stats;

    private Recorded(Stamp opened, FlowInfo info) {
      this.opened = opened;
      this.info = info;
    }

    @Override
    public void data(
        boolean fromClient,
        ByteBuffer buffer,
        int offset,
        int length,
        int wireLength,
        long packet,
        long nanos) {
      byte[] octets = new byte[length];
      buffer.get(offset, octets);
      String text = new String(octets, StandardCharsets.ISO_8859_1);
      (fromClient ? client : server).append(text);
      calls.add((fromClient ? "C:" : "S:") + text);
      packets.add(packet);
      if (wireLength < length || ended != null || (length == 0 && info.tcp())) {
        throw new AssertionError("not as FlowHandler says");
      }
    }

    @Override
    public void gap(boolean fromClient, long missing, Stamp at) {
      (fromClient ? client : server).append("<").append(missing).append(">");
      calls.add((fromClient ? "C-" : "S-") + missing);
      if (missing <= 0 || ended != null) {
        throw new AssertionError("not as FlowHandler says");
      }
    }

    @Override
    public void end(Stamp at, FlowStats endStats) {
      if (ended != null) {
        throw new AssertionError("ended twice");
      }
      ended = at;
      ends.add(info.id());
      stats = endStats;
    }
  }

  public final List<Recorded> flows = new ArrayList<>();

  /** Ids in the order they ended. */
  public final List<Long> ends = new ArrayList<>();

  public final List<Anomaly> anomalies = new ArrayList<>();

  @Override
  public FlowHandler open(Stamp at, FlowInfo flow) {
    Recorded recorded = new Recorded(at, flow);
    flows.add(recorded);
    return recorded;
  }

  @Override
  public void anomaly(Anomaly anomaly) {
    anomalies.add(anomaly);
  }

  public Recorded only() {
    if (flows.size() != 1) {
      throw new AssertionError(flows.size() + " flows");
    }
    return flows.get(0);
  }

  public List<AnomalyKind> kinds() {
    return anomalies.stream().map(Anomaly::kind).toList();
  }
}
