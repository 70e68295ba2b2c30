package io.smbscope.session;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Stamp;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.NetbiosSession;
import io.smbscope.event.ConnectionEvent.Traffic;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Transport;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A transport connection. [MS-SMB2] 3.3.1.7, [MS-CIFS] 3.3.1.3 */
final class Connection {
  private static final int NETBIOS_PORT = 139;
  private static final int SESSIONS_SHOWN = 64;

  /** More than there are; a hostile peer may send any code. */
  private static final int COMMANDS_SHOWN = 128;

  private static final String OTHER_COMMANDS = "OTHER";

  final FlowInfo flow;
  final Stamp start;
  final Negotiated negotiated = new Negotiated();
  final ProtectionTally protection = new ProtectionTally();
  final Smb2State smb2;
  final Smb1State smb1;
  private final Map<String, long[]> commands = new HashMap<>();
  private final Set<String> sessionIds = new LinkedHashSet<>();
  private FlowKey key;
  private Endpoint client;
  private Endpoint server;
  private boolean swapped;
  private boolean begun;
  private boolean answered;

  /** Messages of it were lost: what seems to be missing may have been among them. */
  private boolean lossy;

  /** Sections of the specifications of which one breach was told. */
  private final Set<String> breached = new HashSet<>(2);

  private Transport transport;
  private Stamp latest;

  /** What a message to come carries of files, by its sender; null when there is nothing. */
  private Payload fromClient;

  private Payload fromServer;
  String calledName;
  String callingName;
  String netbiosResult;
  Integer netbiosError;
  boolean demandedBySession;
  boolean demandedByShare;
  long messages;
  long compressedMessages;
  long malformed;

  Connection(
      Context context,
      FlowInfo flow,
      Stamp start,
      Consumer<Smb2Exchange> smb2Unanswered,
      Consumer<Smb1Exchange> smb1Unanswered) {
    this.flow = flow;
    this.start = start;
    this.latest = start;
    this.client = Context.client(flow);
    this.server = Context.server(flow);
    this.transport =
        flow.serverPort() == NETBIOS_PORT ? Transport.NETBIOS_SESSION : Transport.DIRECT_TCP;
    this.smb2 = new Smb2State(context, smb2Unanswered);
    this.smb1 = new Smb1State(context, smb1Unanswered);
  }

  Endpoint client() {
    return client;
  }

  Endpoint server() {
    return server;
  }

  /** What the events of a flow name it by that began so. */
  static FlowKey key(FlowInfo flow, Stamp start) {
    return key(flow, start, Context.client(flow), Context.server(flow));
  }

  private static FlowKey key(FlowInfo flow, Stamp start, Endpoint client, Endpoint server) {
    return new FlowKey(
        flow.id(), start, flow.tcp(), client, server, flow.vlans(), flow.midstream());
  }

  /** What the events of it name it by. */
  FlowKey key() {
    if (key == null) {
      key = key(flow, start, client, server);
    }
    return key;
  }

  /** The flow's client, as guessed without a SYN, is the server here. */
  boolean swapped() {
    return swapped;
  }

  /** Messages are missing from here on. */
  void lose() {
    lossy = true;
    smb2.window.lose();
  }

  /**
   * A session was set up on the connection, or bound to it.
   *
   * @param most ids that are remembered
   */
  void setUp(long sessionId, int most) {
    if (smb2.setUp.size() < most) {
      smb2.setUp.add(sessionId);
    } else {
      lose();
    }
  }

  /** The server has answered something. */
  boolean answered() {
    return answered;
  }

  /** The capture holds all messages so far. */
  boolean whole() {
    return !lossy && !flow.midstream();
  }

  /** Tells, once for each section, of a message that a correct peer does not send. */
  void unexpected(Context context, Stamp at, String section, String detail) {
    if (breached.add(section)) {
      context.anomaly(AnomalyKind.UNEXPECTED_MESSAGE, at, key(), section, detail);
    }
  }

  Payload arriving(boolean client) {
    return client ? fromClient : fromServer;
  }

  void arriving(boolean client, Payload payload) {
    if (client) {
      fromClient = payload;
    } else {
      fromServer = payload;
    }
  }

  /** What the message that has come carries of files, or null. */
  Payload arrived(boolean client) {
    Payload payload = arriving(client);
    if (payload != null) {
      arriving(client, null);
      payload.trim();
    }
    return payload;
  }

  /** No message comes any more. */
  void release() {
    if (fromClient != null) {
      fromClient.release();
    }
    if (fromServer != null) {
      fromServer.release();
    }
  }

  /** Packet of the newest message. */
  Stamp latest() {
    return latest;
  }

  /**
   * Counts a message, and learns from its response flag who is the client where the capture does
   * not hold the connection's start.
   */
  void message(Stamp at, boolean fromClient, boolean response, String command) {
    latest = at;
    messages++;
    answered |= response;
    count(command);
    if (flow.midstream() && !swapped && response == fromClient && messages == 1) {
      swapped = true;
      Endpoint first = client;
      client = server;
      key = null;
      server = first;
    }
  }

  /** A transform or compression header, whose command is not visible. */
  void hiddenMessage(Stamp at, String name) {
    latest = at;
    messages++;
    count(name);
  }

  void sessionService() {
    transport = Transport.NETBIOS_SESSION;
  }

  void hasSession(Session session) {
    if (sessionIds.size() < SESSIONS_SHOWN) {
      sessionIds.add(session.id());
    }
  }

  private void count(String command) {
    long[] count = commands.get(command);
    if (count == null) {
      String name = commands.size() < COMMANDS_SHOWN ? command : OTHER_COMMANDS;
      count = commands.computeIfAbsent(name, any -> new long[1]);
    }
    count[0]++;
  }

  /** Tells, once, that the dialect is agreed. */
  void tellBegin(Context context, Stamp at) {
    if (!begun && negotiated.dialect != null && context.wanted().beginnings()) {
      begun = true;
      context.begun(toEvent(at, null, null));
    }
  }

  /** It is over. */
  void tellEnd(Context context, Stamp at, FlowStats stats) {
    context.ended(toEvent(at, Conversations.endReason(stats), traffic(stats)), begun);
    context.emit(Conversations.event(at, key(), stats, swapped, messages > 0));
  }

  private ConnectionEvent toEvent(Stamp at, String end, Traffic traffic) {
    return new ConnectionEvent(
        at,
        flow.id(),
        start,
        end,
        transport,
        client,
        server,
        flow.vlans(),
        flow.encapsulations(),
        netbios(),
        flow.midstream(),
        inferred(),
        negotiated.bestDialect(),
        negotiated.seen() ? negotiated.toEvent() : null,
        negotiated.encryption(protection, demandedBySession, demandedByShare),
        negotiated.signing(protection, null),
        commandCounts(),
        traffic,
        List.copyOf(sessionIds),
        malformed);
  }

  private NetbiosSession netbios() {
    return calledName == null && netbiosResult == null
        ? null
        : new NetbiosSession(calledName, callingName, netbiosResult, netbiosError);
  }

  private List<String> inferred() {
    List<String> names = new ArrayList<>(2);
    if (negotiated.inferred()) {
      names.add("dialect");
    }
    if (swapped) {
      names.add("client");
      names.add("server");
    }
    return names;
  }

  private Map<String, Long> commandCounts() {
    Map<String, Long> counts = new TreeMap<>();
    commands.forEach((name, count) -> counts.put(name, count[0]));
    return counts;
  }

  private Traffic traffic(FlowStats stats) {
    FlowStats.Side up = swapped ? stats.server() : stats.client();
    FlowStats.Side down = swapped ? stats.client() : stats.server();
    return new Traffic(
        up.packets(),
        down.packets(),
        up.bytes(),
        down.bytes(),
        messages,
        up.retransmitted() + down.retransmitted(),
        up.overlapConflicts() + down.overlapConflicts(),
        up.gaps() + down.gaps(),
        up.missing() + down.missing(),
        up.truncated() + down.truncated(),
        compressedMessages);
  }
}
