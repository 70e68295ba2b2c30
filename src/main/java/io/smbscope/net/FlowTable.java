package io.smbscope.net;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.AnomalySink;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowStats.EndReason;
import java.util.ArrayList;
import java.util.List;

/**
 * The flows of one shard. Used by one thread.
 *
 * <p>A flow is a pair of address and port pairs; VLAN ids are not part of it, as the directions of
 * a mirrored connection may have different ones. It begins with its first packet, whatever that is,
 * so an attempt nobody answered is a flow too. A TCP connection that is over keeps its entry for
 * two minutes since its last packet, to absorb what comes late: retransmissions, and what the other
 * side of a RST had under way. A sender that goes on after its own RST (which was not its own)
 * begins a new flow, midstream.
 *
 * <p>A flow is idle when {@link Limits#flowIdle} lies between its last packet and now, whether time
 * goes forward or, over badly ordered captures, back. When {@link Limits#flows} entries are there,
 * a new one takes the place of a connection that is over, else of the flow longest without packet.
 */
public final class FlowTable {
  private static final long LINGER_NANOS = 120_000_000_000L;

  private final Limits limits;
  private final Ports ports;
  private final FlowHandlers handlers;
  private final TcpConnection.Shared shared;
  private final long idleNanos;
  private final long lingerNanos;

  private final FlowMap flows = new FlowMap();
  private final FlowList open = new FlowList();
  private final FlowList over = new FlowList();
  private Flow last;

  private long tcp;
  private long udp;
  private long evicted;

  /** One handler is made for each flow; what is lost or odd is told to {@code anomalies}. */
  public FlowTable(Limits limits, Ports ports, FlowHandlers handlers, AnomalySink anomalies) {
    this.limits = limits;
    this.ports = ports;
    this.handlers = handlers;
    this.shared = new TcpConnection.Shared(limits, anomalies, new OctetBudget());
    this.idleNanos = limits.flowIdle().toNanos();
    this.lingerNanos = Math.min(idleNanos, LINGER_NANOS);
  }

  /** Takes in the next segment of this shard. Nothing of it is kept when the call returns. */
  public void segment(Segment segment) {
    Flow flow = find(segment);
    if (flow == null) {
      open(segment, fromClient(segment), null);
      return;
    }
    boolean fromClient = flow.direction(segment) == Flow.FROM_CLIENT;
    if (!flow.open) {
      late(flow, segment, fromClient);
      return;
    }
    if (flow.idle(segment.nanos, idleNanos)) {
      end(flow, stamp(segment), EndReason.IDLE);
      remove(flow);
      open(segment, fromClient(segment), null);
      return;
    }
    flow.lastNanos = segment.nanos;
    open.touch(flow);
    take(flow, segment, fromClient);
  }

  /**
   * Time has come so far: ends idle flows, in order of their id. That every shard gets the same
   * ticks, at places in the packet order that do not depend on the number of shards, makes the
   * outcome the same for any number.
   */
  public void tick(long packet, long nanos) {
    Flow oldest = over.oldest();
    while (oldest != null && oldest.idle(nanos, lingerNanos)) {
      remove(oldest);
      oldest = over.oldest();
    }
    if (open.oldest() == null || !open.oldest().idle(nanos, idleNanos)) {
      return;
    }
    List<Flow> idle = new ArrayList<>();
    for (Flow flow = open.oldest();
        flow != null && flow.idle(nanos, idleNanos);
        flow = flow.newer) {
      idle.add(flow);
    }
    endAll(idle, new Stamp(packet, nanos), EndReason.IDLE);
  }

  /** The input is over: ends all flows, in order of their id. */
  public void finish(Stamp at) {
    List<Flow> all = new ArrayList<>();
    for (Flow flow = open.oldest(); flow != null; flow = flow.newer) {
      all.add(flow);
    }
    endAll(all, at, EndReason.END_OF_CAPTURE);
  }

  /** As of now. */
  public FlowTableStats stats() {
    return new FlowTableStats(tcp, udp, evicted, shared.budget().exceeded);
  }

  private Flow find(Segment segment) {
    if (last == null || last.direction(segment) == Flow.OTHER_FLOW) {
      last = flows.find(segment, flows.hash(segment));
    }
    return last;
  }

  private void take(Flow flow, Segment segment, boolean fromClient) {
    if (!flow.tcp) {
      flow.conversation.datagram(segment, fromClient);
      return;
    }
    EndReason reason = flow.connection.segment(segment, fromClient);
    if (reason == null) {
      return;
    }
    end(flow, stamp(segment), reason);
    if (reason == EndReason.REUSED) {
      remove(flow);
      TcpConnection.Successor successor = flow.connection.successor();
      boolean fromNewClient =
          successor == null
              ? fromClient(segment)
              : (successor.fromClient() == fromClient) != successor.acknowledges();
      open(segment, fromNewClient, successor);
    }
  }

  /** A segment to a connection that is over. */
  private void late(Flow flow, Segment segment, boolean fromClient) {
    boolean syn = (segment.flags & Segment.SYN) != 0;
    boolean another =
        syn
            ? !flow.connection.begunBy(segment, fromClient)
            : flow.connection.revivedBy(segment, fromClient);
    if (another || flow.idle(segment.nanos, lingerNanos)) {
      remove(flow);
      open(segment, fromClient(segment), null);
    } else {
      flow.lastNanos = segment.nanos;
      over.touch(flow);
    }
  }

  private void open(Segment segment, boolean fromClient, TcpConnection.Successor begun) {
    if (flows.size() >= limits.flows()) {
      evict(stamp(segment));
    }
    Flow flow = new Flow(segment, fromClient, flows.hash(segment));
    flows.add(flow);
    open.add(flow);
    last = flow;
    if (segment.tcp) {
      tcp++;
    } else {
      udp++;
    }
    boolean start = !segment.tcp || begun != null || (segment.flags & Segment.SYN) != 0;
    flow.open(segment, fromClient, !start, handlers, shared);
    if (begun != null) {
      boolean byClient = !begun.acknowledges();
      TcpStream beginner = byClient ? flow.connection.client : flow.connection.server;
      beginner.start(begun.sequence() + 1);
      flow.connection.history.begun(byClient, begun.sequence(), begun.acknowledges());
      beginner.synSeen = true;
    }
    take(flow, segment, fromClient);
  }

  /** Who opened a flow, by its first segment. */
  private boolean fromClient(Segment segment) {
    if (!segment.tcp) {
      return ports.udp(segment.destinationPort) || !ports.udp(segment.sourcePort);
    }
    if ((segment.flags & Segment.SYN) != 0) {
      return (segment.flags & Segment.ACK) == 0;
    }
    return ports.tcp(segment.destinationPort) || !ports.tcp(segment.sourcePort);
  }

  private void evict(Stamp at) {
    if (over.oldest() != null) {
      remove(over.oldest());
      return;
    }
    Flow flow = open.oldest();
    if (evicted++ == 0) {
      shared
          .anomalies()
          .anomaly(
              new Anomaly(
                  AnomalyKind.LIMIT_REACHED,
                  at,
                  flow.id,
                  "",
                  "more than " + limits.flows() + " flows at once"));
    }
    end(flow, at, EndReason.EVICTED);
    remove(flow);
  }

  private void endAll(List<Flow> ending, Stamp at, EndReason reason) {
    ending.sort((one, other) -> Long.compare(one.id, other.id));
    for (Flow flow : ending) {
      end(flow, at, reason);
      remove(flow);
    }
  }

  /** Keeps the entry, as one that is over. */
  private void end(Flow flow, Stamp at, EndReason reason) {
    open.remove(flow);
    over.add(flow);
    flow.end(at, reason);
  }

  private void remove(Flow flow) {
    (flow.open ? open : over).remove(flow);
    flows.remove(flow);
    if (last == flow) {
      last = null;
    }
  }

  private static Stamp stamp(Segment segment) {
    return new Stamp(segment.packet, segment.nanos);
  }
}
