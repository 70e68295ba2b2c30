package io.smbscope.netbios;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowHandler;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * Cuts one TCP connection into messages. On port 139, and wherever a session request or its
 * positive response was seen, lengths have 17 bits (RFC 1002 4.3.1), else 24 ([MS-SMB2] 2.1).
 *
 * <p>This class holds what both directions share; {@link DirectionFraming} reads one. Raises {@link
 * AnomalyKind#LIMIT_REACHED} (the first message of a connection that is too long to gather), {@link
 * AnomalyKind#MALFORMED_NBSS}, {@link AnomalyKind#FRAMING_LOST} and {@link
 * AnomalyKind#FRAMING_RECOVERED}.
 */
public final class SessionFramer implements FlowHandler {
  static final int NETBIOS_PORT = 139;

  /** Octets of a whole connection without any SMB message after which none is looked for. */
  static final long NOT_SMB_AFTER = 1 << 16;

  /** The same where the capture may have begun, or lost octets, within a message. */
  static final long NOT_SMB_AFTER_LOSS = (1 << 24) + NOT_SMB_AFTER;

  /** A malformed session packet may be as short as four octets. */
  private static final int MALFORMED_REPORTED = 16;

  private static final String SECTION = "RFC 1002 4.3";
  private static final long SMB1_MAGIC = 0xFF534D42L;
  private static final int SMB_COM_READ_RAW = 0x1A;
  private static final int SMB_COM_WRITE_RAW = 0x1D;

  private final FlowInfo flow;
  private final Limits limits;
  private final GatherBudget budget;
  private final Supplier<MessageHandler> handler;
  private final NetbiosObserver observer;

  /** These are made with the first octets: a scan brings many connections without any. */
  private MessageHandler messages;

  private DirectionFraming client;
  private DirectionFraming server;

  private boolean netbios;
  private boolean smbSeen;
  private boolean rawMode;
  private boolean lossy;
  private boolean notSmbReported;
  private boolean limitReported;
  private boolean abandoned;
  private long octetsWithoutSmb;
  private long malformed;

  /**
   * The caller has told {@code observer} of the flow's start, and hears of its end from here.
   *
   * @param handler asked once for what reads the messages, when octets come
   */
  public SessionFramer(
      FlowInfo flow,
      Limits limits,
      GatherBudget budget,
      Supplier<MessageHandler> handler,
      NetbiosObserver observer) {
    this.flow = flow;
    this.limits = limits;
    this.budget = budget;
    this.handler = handler;
    this.observer = observer;
    this.netbios = flow.serverPort() == NETBIOS_PORT;
    this.lossy = flow.midstream();
  }

  private DirectionFraming framing(boolean fromClient) {
    if (messages == null) {
      messages = handler.get();
      client = new DirectionFraming(this, true, flow.midstream(), budget);
      server = new DirectionFraming(this, false, flow.midstream(), budget);
    }
    return fromClient ? client : server;
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
    if (abandoned) {
      return;
    }
    framing(fromClient).data(buffer, offset, offset + length, packet, nanos);
    if (!smbSeen) {
      octetsWithoutSmb += length;
      if (octetsWithoutSmb > (lossy ? NOT_SMB_AFTER_LOSS : NOT_SMB_AFTER)) {
        abandoned = true;
        notSmb(new Stamp(packet, nanos), "no SMB message in " + octetsWithoutSmb + " octets");
      }
    }
  }

  @Override
  public void gap(boolean fromClient, long missing, Stamp at) {
    observer.gap(at, flow, fromClient, missing);
    lossy = true;
    if (!abandoned) {
      framing(fromClient).gap(missing, at);
    }
  }

  @Override
  public int passesOver(boolean fromClient) {
    return abandoned ? Integer.MAX_VALUE : framing(fromClient).passesOver();
  }

  @Override
  public void end(Stamp at, FlowStats stats) {
    if (messages != null) {
      if (!abandoned) {
        client.end(at);
        server.end(at);
      }
      client.release();
      server.release();
    }
    observer.flowEnded(at, flow, stats);
  }

  /** Lengths have 17 bits. */
  boolean netbios() {
    return netbios;
  }

  boolean smbSeen() {
    return smbSeen;
  }

  /**
   * A client asked to read or write raw, so messages of nothing but file content are legal.
   * [MS-CIFS] 2.2.4.22, 2.2.4.25
   */
  boolean rawMode() {
    return rawMode;
  }

  /** A frame with an SMB signature was seen. */
  void smbFound() {
    smbSeen = true;
  }

  /** Octets of a message to gather, when its first ones are {@code head}. */
  int wanted(boolean fromClient, Bytes head, int length, long packet, long nanos) {
    int wanted = Math.max(0, Math.min(messages.wanted(fromClient, head, length), length));
    if (wanted > limits.gatheredMessage()) {
      gatheredUpTo(limits.gatheredMessage(), length, new Stamp(packet, nanos));
    }
    return Math.min(wanted, limits.gatheredMessage());
  }

  boolean wantsRest(boolean fromClient) {
    return messages.wantsRest(fromClient);
  }

  void rest(boolean fromClient, Bytes octets, int position, Stamp at) {
    messages.rest(fromClient, octets, position, at);
  }

  /** No more is gathered of a message than these octets; said once. */
  void gatheredUpTo(int octets, int length, Stamp at) {
    if (!limitReported) {
      limitReported = true;
      String detail = "message of " + length + " octets gathered up to " + octets;
      report(AnomalyKind.LIMIT_REACHED, at, detail);
    }
  }

  void messageInPlace(boolean fromClient, Bytes message, Stamp at) {
    lookForRaw(fromClient, message);
    messages.messageInPlace(fromClient, message, at);
  }

  void message(boolean fromClient, Bytes message, int length, int missing, Stamp at) {
    lookForRaw(fromClient, message);
    messages.message(fromClient, message, length, missing, at);
  }

  private void lookForRaw(boolean fromClient, Bytes message) {
    if (fromClient && !rawMode && message.length() > 4 && message.u32be(0) == SMB1_MAGIC) {
      int command = message.u8(4);
      rawMode = command == SMB_COM_READ_RAW || command == SMB_COM_WRITE_RAW;
    }
  }

  void sessionPacket(boolean fromClient, int header, Bytes body, Stamp at) {
    int type = header >>> 24;
    if (type == SessionPacket.REQUEST || type == SessionPacket.POSITIVE_RESPONSE) {
      netbios = true;
    }
    SessionPacketDecoder.decode(header, body, detail -> malformed(at, detail))
        .ifPresent(packet -> observer.sessionService(at, flow, fromClient, packet));
  }

  /** The connection carries something else; said once. */
  void notSmb(Stamp at, String detail) {
    if (!notSmbReported) {
      notSmbReported = true;
      malformed(at, detail);
    }
  }

  /** Only the first {@link #MALFORMED_REPORTED} of a connection are told. */
  void malformed(Stamp at, String detail) {
    if (malformed++ < MALFORMED_REPORTED) {
      report(AnomalyKind.MALFORMED_NBSS, at, detail);
    }
  }

  void report(AnomalyKind kind, Stamp at, String detail) {
    observer.anomaly(new Anomaly(kind, at, flow.id(), SECTION, detail));
  }
}
