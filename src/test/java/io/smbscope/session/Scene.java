package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FileEvent;
import io.smbscope.event.ProtocolEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import io.smbscope.net.FlowStats.EndReason;
import io.smbscope.smb.FileContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A tracker, the packets it is shown, a millisecond apart, and the events it tells of them. */
final class Scene {
  static final long MILLISECOND = 1_000_000L;

  private static final Wanted ALL =
      new Wanted(Wanted.Commands.ALL, false, FileContent.WHOLE, Set.of("md5", "sha1", "sha256"));

  final List<Event> events = new ArrayList<>();
  final List<Wire> wires = new ArrayList<>();
  final Tracker tracker;
  private final Context context;
  private final Budget budget;
  private final SessionTable sessions = new SessionTable();
  private long packet;
  private long nanos = 1_700_000_000_000_000_000L;

  Scene() {
    this(Limits.DEFAULT);
  }

  Scene(Limits limits) {
    this(limits, 1_000_000);
  }

  /**
   * @param budget entries of all tables together
   */
  Scene(Limits limits, int budget) {
    this.budget = new Budget(budget);
    this.context = new Context(limits, ALL, this.budget, sessions, events::add);
    this.tracker = new Tracker(context);
  }

  static Limits limits(int pending, int sessions, int trees, int opens, int names) {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.flows(),
        usual.flowIdle(),
        usual.fragmentedDatagrams(),
        usual.fragmentIdle(),
        usual.outOfOrderBytes(),
        usual.outOfOrderTotal(),
        usual.gatheredMessage(),
        usual.chainDepth(),
        pending,
        sessions,
        trees,
        opens,
        names);
  }

  /** The next packet. */
  Stamp next() {
    packet++;
    nanos += MILLISECOND;
    return new Stamp(packet, nanos);
  }

  /** Nothing is captured for a while. */
  void pass(Duration time) {
    nanos += time.toNanos();
  }

  /** A connection from 10.0.0.1 to port 445 of 10.0.0.2. */
  Wire connect() {
    return flow().open();
  }

  FlowBuilder flow() {
    return new FlowBuilder(this);
  }

  /** The capture is over. */
  Scene end() {
    for (Wire wire : wires) {
      wire.close(EndReason.END_OF_CAPTURE);
    }
    tracker.end();
    return this;
  }

  <E extends Event> List<E> told(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <E extends Event> E only(Class<E> kind) {
    List<E> told = told(kind);
    assertThat(told).as(kind.getSimpleName()).hasSize(1);
    return told.get(0);
  }

  /** What was told but the commands themselves. */
  List<Event> outcomes() {
    return events.stream().filter(event -> !(event instanceof ProtocolEvent)).toList();
  }

  ConnectionEvent connection() {
    return only(ConnectionEvent.class);
  }

  SessionEvent session() {
    return only(SessionEvent.class);
  }

  TreeEvent tree() {
    return only(TreeEvent.class);
  }

  FileEvent file() {
    return only(FileEvent.class);
  }

  FileEvent file(String name) {
    List<FileEvent> told =
        told(FileEvent.class).stream().filter(file -> name.equals(file.name())).toList();
    assertThat(told).as("events of " + name).hasSize(1);
    return told.get(0);
  }

  List<String> limitsReached() {
    return told(AnomalyEvent.class).stream()
        .map(AnomalyEvent::anomaly)
        .filter(anomaly -> anomaly.kind() == AnomalyKind.LIMIT_REACHED)
        .map(anomaly -> anomaly.detail())
        .toList();
  }

  int held() {
    return budget.used();
  }

  /** Once every flow has ended, nothing is remembered of any. */
  void assertNothingHeld() {
    assertThat(budget.used()).as("entries in the tables of connections").isZero();
    assertThat(sessions.size()).as("live sessions").isZero();
    assertThat(context.contents().room().used()).as("octets of files").isZero();
    assertThat(tracker.connections()).as("connections").isZero();
  }
}
