package io.smbscope.session;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.BegunEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.FlowKey;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.IpAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * What all parts of one tracker share.
 *
 * @param events takes each event as it is known
 * @param budget over the tables of all connections
 * @param sessions every live SMB2 session, for multichannel
 * @param opens numbers the opens
 * @param contents of files
 */
record Context(
    Limits limits,
    Wanted wanted,
    Budget budget,
    SessionTable sessions,
    AtomicLong opens,
    Contents contents,
    Consumer<Event> events) {

  Context(
      Limits limits, Wanted wanted, Budget budget, SessionTable sessions, Consumer<Event> events) {
    this(limits, wanted, budget, sessions, new AtomicLong(), new Contents(wanted, limits), events);
  }

  void emit(Event event) {
    events.accept(event);
  }

  /** Something has begun. */
  void begun(Event subject) {
    if (wanted.beginnings()) {
      emit(new BegunEvent(subject.at(), subject));
    }
  }

  /** Something is over. */
  void ended(Event subject, boolean begun) {
    if (!begun) {
      begun(subject);
    }
    emit(subject);
  }

  void anomaly(AnomalyKind kind, Stamp at, FlowKey flow, String section, String detail) {
    emit(new AnomalyEvent(new Anomaly(kind, at, flow.id(), section, detail), flow));
  }

  /** Something was evicted from a table that was full. */
  void limitReached(Stamp at, Connection connection, String what) {
    anomaly(AnomalyKind.LIMIT_REACHED, at, connection.key(), "", what + " evicted");
  }

  static Endpoint client(FlowInfo flow) {
    return endpoint(flow.client(), flow.clientPort(), flow.clientMac());
  }

  static Endpoint server(FlowInfo flow) {
    return endpoint(flow.server(), flow.serverPort(), flow.serverMac());
  }

  private static Endpoint endpoint(IpAddress ip, int port, long mac) {
    return new Endpoint(ip.toString(), port, mac < 0 ? null : mac(mac));
  }

  /** {@code 00:11:22:33:44:55} */
  static String mac(long mac) {
    StringBuilder text = new StringBuilder(17);
    for (int shift = 40; shift >= 0; shift -= 8) {
      if (shift < 40) {
        text.append(':');
      }
      int octet = (int) (mac >>> shift) & 0xFF;
      text.append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 15, 16));
    }
    return text.toString();
  }
}
