package io.smbscope.session;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Event;
import io.smbscope.event.FlowKey;
import io.smbscope.event.FlowStartEvent;
import io.smbscope.event.HostEvent;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.NbnsEvent;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import io.smbscope.net.FlowStats.EndReason;
import io.smbscope.netbios.BrowserMessage;
import io.smbscope.netbios.NbnsMessage;
import io.smbscope.netbios.NetbiosDatagram;
import io.smbscope.netbios.SessionPacket;
import io.smbscope.smb.CompressedMessage;
import io.smbscope.smb.FileOctets;
import io.smbscope.smb.SmbMessage;
import io.smbscope.smb.SmbObserver;
import io.smbscope.smb.TransformMessage;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Smb2Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Takes what was seen on the wire, in packet order, and says as events what happened. Used by one
 * thread.
 */
public final class Tracker implements SmbObserver {
  /** Sessions, trees, opens and requests over all connections, in multiples of one's opens. */
  private static final int BUDGET_FACTOR = 16;

  private final Context context;
  private final Pipes pipes;

  /** Null until the first SMB1 message: most captures have none. */
  private Smb1Tracker smb1;

  private final Smb2Tracker smb2;
  private final Names names;
  private final Conversations conversations;

  /** TCP flows by id. flowStarted adds, flowEnded removes; the flow tables bound it. */
  private final Map<Long, Connection> connections = new HashMap<>();

  /**
   * Those of which nothing more was told, as of a scan: a Connection is made when something is, and
   * at the end. flowStarted adds.
   */
  private final Map<Long, Silent> silent = new HashMap<>();

  private record Silent(FlowInfo flow, Stamp start) {}

  private final AtomicInteger openFlows = new AtomicInteger();

  public Tracker(Limits limits, Wanted wanted, Consumer<Event> events) {
    this(
        new Context(
            limits,
            wanted,
            new Budget(limits.opens() * BUDGET_FACTOR),
            new SessionTable(),
            events));
  }

  Tracker(Context context) {
    this.context = context;
    this.pipes = new Pipes(context);
    this.smb2 = new Smb2Tracker(context, pipes);
    this.names = new Names(context);
    this.conversations = new Conversations(context);
  }

  /** TCP connections and UDP conversations followed. By any thread. */
  public int openFlows() {
    return openFlows.get();
  }

  /** TCP flows followed. */
  int connections() {
    return connections.size() + silent.size();
  }

  @Override
  public void flowStarted(Stamp at, FlowInfo flow) {
    openFlows.incrementAndGet();
    if (flow.tcp()) {
      silent.put(flow.id(), new Silent(flow, at));
      if (context.wanted().beginnings()) {
        context.emit(new FlowStartEvent(at, Connection.key(flow, at)));
      }
    } else {
      FlowKey key = conversations.started(at, flow);
      if (context.wanted().beginnings()) {
        context.emit(new FlowStartEvent(at, key));
      }
    }
  }

  /** Null when it is no TCP flow. */
  private Connection connection(long flow) {
    Connection connection = connections.get(flow);
    if (connection != null) {
      return connection;
    }
    Silent begun = silent.remove(flow);
    if (begun == null) {
      return null;
    }
    connection =
        new Connection(
            context, begun.flow, begun.start, smb2::evicted, request -> smb1.evicted(request));
    connections.put(flow, connection);
    return connection;
  }

  @Override
  public void flowEnded(Stamp at, FlowInfo flow, FlowStats stats) {
    openFlows.decrementAndGet();
    Connection connection = connection(flow.id());
    if (connection == null) {
      conversations.ended(at, flow, stats);
      return;
    }
    connections.remove(flow.id());
    connection.release();
    String end = end(stats.reason());
    smb2.end(connection, at, end);
    if (smb1 != null) {
      smb1.end(connection, at, end);
    }
    connection.tellEnd(context, at, stats);
  }

  /** How the end of a connection is told of what lived on it. */
  private static String end(EndReason reason) {
    return switch (reason) {
      case END_OF_CAPTURE -> "end-of-capture";
      case EVICTED -> "evicted";
      default -> "connection-closed";
    };
  }

  /** All input is over, and every flow has ended. */
  public void end() {
    names.end();
    context.contents().close();
  }

  /** Told already: a gap as an anomaly, what the snap length cuts as one for each direction. */
  @Override
  public void gap(Stamp at, FlowInfo flow, boolean fromClient, long missing) {}

  @Override
  public void sessionService(Stamp at, FlowInfo flow, boolean fromClient, SessionPacket packet) {
    Connection connection = connection(flow.id());
    if (connection == null) {
      return;
    }
    switch (packet.type()) {
      case SessionPacket.REQUEST -> {
        connection.sessionService();
        connection.calledName = String.valueOf(packet.called());
        connection.callingName = String.valueOf(packet.calling());
      }
      case SessionPacket.POSITIVE_RESPONSE -> answered(connection, "positive", null);
      case SessionPacket.NEGATIVE_RESPONSE -> answered(connection, "negative", packet.errorCode());
      case SessionPacket.RETARGET_RESPONSE -> answered(connection, "retarget", null);
      default -> {
        // A keep-alive says nothing.
      }
    }
  }

  private static void answered(Connection connection, String result, Integer errorCode) {
    connection.sessionService();
    connection.netbiosResult = result;
    connection.netbiosError = errorCode;
  }

  @Override
  public void nameService(Stamp at, FlowInfo flow, boolean fromClient, NbnsMessage message) {
    conversations.datagram(flow, fromClient, message.response());
    FlowKey key = conversations.key(flow.id());
    if (key == null) {
      return;
    }
    boolean fromKeyClient = fromClient != conversations.swapped(flow.id());
    if (context.wanted().someCommands()) {
      context.emit(new NbnsEvent(at, key, fromKeyClient, message));
    }
    names.message(at, key, fromKeyClient, message);
  }

  @Override
  public void datagram(Stamp at, FlowInfo flow, boolean fromClient, NetbiosDatagram datagram) {
    BrowserMessage browser = datagram.browser();
    boolean announces = browser != null && !browser.server().isEmpty();
    context.emit(
        new HostEvent(
            at,
            fromClient ? Context.client(flow) : Context.server(flow),
            datagram.source() == null ? null : datagram.source().toString(),
            datagram.destination() == null ? null : datagram.destination().toString(),
            datagram.mailslot(),
            browser == null ? "datagram" : browser.kind(),
            announces ? browser.server() : null,
            browser == null || browser.osMajor() < 0
                ? null
                : browser.osMajor() + "." + browser.osMinor(),
            browser == null ? List.of() : BrowserMessage.roles(browser.serverType()),
            browser == null ? null : browser.comment()));
  }

  @Override
  public void anomaly(Anomaly anomaly) {
    Connection connection = connection(anomaly.flow());
    if (connection == null) {
      context.emit(new AnomalyEvent(anomaly, conversations.key(anomaly.flow())));
      return;
    }
    if (anomaly.kind() == AnomalyKind.UNEXPECTED_MESSAGE) {
      connection.unexpected(context, anomaly.at(), anomaly.section(), anomaly.detail());
      return;
    }
    switch (anomaly.kind()) {
      case TCP_GAP, TRUNCATED_PACKET, LIMIT_REACHED, FRAMING_LOST -> connection.lose();
      case MALFORMED_NBSS,
          MALFORMED_SMB1,
          MALFORMED_SMB2,
          MALFORMED_TRANSFORM,
          MALFORMED_COMPRESSION ->
          connection.malformed++;
      default -> {
        // Loss and limits are counted by the flow.
      }
    }
    context.emit(new AnomalyEvent(anomaly, connection.key()));
  }

  @Override
  public void fileOctets(Stamp at, FlowInfo flow, boolean fromClient, FileOctets octets) {
    Connection connection = connection(flow.id());
    if (connection != null) {
      context.contents().arrived(connection, fromClient, octets);
    }
  }

  @Override
  public void smb(Stamp at, FlowInfo flow, boolean fromClient, SmbMessage message) {
    Connection connection = connection(flow.id());
    if (connection == null) {
      return;
    }
    Payload payload = connection.arrived(fromClient);
    if (message instanceof Smb2Message smb) {
      connection.message(
          at, fromClient, smb.header().response(), Smb2Command.name(smb.header().command()));
      tell(connection, at, fromClient, message);
      checkDirection(connection, at, fromClient, smb.header().response());
      smb2.message(connection, at, smb, payload);
      connection.tellBegin(context, at);
    } else if (message instanceof Smb1Message smb) {
      connection.message(
          at, fromClient, smb.header().response(), Smb1Command.name(smb.header().command()));
      tell(connection, at, fromClient, message);
      if (smb1 == null) {
        smb1 = new Smb1Tracker(context, pipes);
      }
      if (!Smb1Tracker.unasked(smb.header())) {
        checkDirection(connection, at, fromClient, smb.header().response());
      }
      smb1.message(connection, at, smb, payload);
      connection.tellBegin(context, at);
    } else if (message instanceof TransformMessage transform) {
      connection.hiddenMessage(at, "TRANSFORM_HEADER");
      tell(connection, at, fromClient, message);
      smb2.encrypted(connection, at, transform, fromClient == connection.swapped());
    } else if (message instanceof CompressedMessage) {
      connection.hiddenMessage(at, "COMPRESSION_TRANSFORM_HEADER");
      tell(connection, at, fromClient, message);
      connection.compressedMessages++;
      connection.smb2.window.lose();
      connection.negotiated.infer(Negotiated.SOME_SMB3);
    }
  }

  /** [MS-SMB2] 2.2.1 SMB2_FLAGS_SERVER_TO_REDIR, [MS-CIFS] 2.2.3.1 SMB_FLAGS_REPLY */
  private void checkDirection(
      Connection connection, Stamp at, boolean fromClient, boolean response) {
    boolean byClient = fromClient != connection.swapped();
    if (response == byClient && connection.whole()) {
      connection.unexpected(
          context,
          at,
          "MS-SMB2 2.2.1",
          response ? "response from the client" : "request from the server");
    }
  }

  /** Once the first message has shown which side is the client. */
  private void tell(Connection connection, Stamp at, boolean fromClient, SmbMessage message) {
    Wanted wanted = context.wanted();
    if (MessageEvent.isRare(message) ? wanted.someCommands() : wanted.everyCommand()) {
      boolean byClient = fromClient != connection.swapped();
      context.emit(new MessageEvent(at, connection.key(), byClient, message));
    }
  }
}
