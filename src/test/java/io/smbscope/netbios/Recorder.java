package io.smbscope.netbios;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;
import io.smbscope.net.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** Keeps all it is told, for tests. */
final class Recorder implements NetbiosObserver, MessageHandler {
  /** A message as it was handed on, copied. */
  record Message(boolean fromClient, Bytes octets, int length, int missing, long packet) {}

  final List<Message> messages = new ArrayList<>();
  final List<Anomaly> anomalies = new ArrayList<>();
  final List<SessionPacket> sessionPackets = new ArrayList<>();
  final List<NbnsMessage> nameService = new ArrayList<>();
  final List<NetbiosDatagram> datagrams = new ArrayList<>();
  final List<Long> gaps = new ArrayList<>();
  int flowsEnded;
  int wanted = Integer.MAX_VALUE;

  static FlowInfo flow(int serverPort, boolean midstream) {
    return new FlowInfo(
        7,
        true,
        IpAddress.ofIpv4(0x0A000002),
        50_000,
        IpAddress.ofIpv4(0x0A000001),
        serverPort,
        -1,
        -1,
        List.of(),
        List.of(),
        midstream);
  }

  static SessionFramer framer(FlowInfo flow, Recorder seen) {
    return new SessionFramer(
        flow, Limits.DEFAULT, new GatherBudget(Limits.DEFAULT), () -> seen, seen);
  }

  List<AnomalyKind> kinds() {
    return anomalies.stream().map(Anomaly::kind).toList();
  }

  @Override
  public int wanted(boolean fromClient, Bytes head, int length) {
    if (head.length() != Math.min(HEAD, length)) {
      throw new AssertionError("head of " + head.length() + " octets of " + length);
    }
    return wanted;
  }

  @Override
  public void message(boolean fromClient, Bytes message, int length, int missing, Stamp at) {
    messages.add(new Message(fromClient, Bytes.of(message.copy()), length, missing, at.packet()));
  }

  @Override
  public void flowStarted(Stamp at, FlowInfo flow) {
    throw new AssertionError("whoever makes the handler tells of the start");
  }

  @Override
  public void flowEnded(Stamp at, FlowInfo flow, FlowStats stats) {
    flowsEnded++;
  }

  @Override
  public void gap(Stamp at, FlowInfo flow, boolean fromClient, long missing) {
    gaps.add(missing);
  }

  @Override
  public void sessionService(Stamp at, FlowInfo flow, boolean fromClient, SessionPacket packet) {
    sessionPackets.add(packet);
  }

  @Override
  public void nameService(Stamp at, FlowInfo flow, boolean fromClient, NbnsMessage message) {
    nameService.add(message);
  }

  @Override
  public void datagram(Stamp at, FlowInfo flow, boolean fromClient, NetbiosDatagram datagram) {
    datagrams.add(datagram);
  }

  @Override
  public void anomaly(Anomaly anomaly) {
    anomalies.add(anomaly);
  }
}
