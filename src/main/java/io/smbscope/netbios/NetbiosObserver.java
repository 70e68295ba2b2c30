package io.smbscope.netbios;

import io.smbscope.base.AnomalySink;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowInfo;
import io.smbscope.net.FlowStats;

/** What is seen on the wire below SMB. Called in packet order; what is passed is immutable. */
public interface NetbiosObserver extends AnomalySink {
  void flowStarted(Stamp at, FlowInfo flow);

  void flowEnded(Stamp at, FlowInfo flow, FlowStats stats);

  /** Octets of a TCP stream that will never come. */
  void gap(Stamp at, FlowInfo flow, boolean fromClient, long missing);

  /** A session-service packet other than a session message. RFC 1002 4.3 */
  void sessionService(Stamp at, FlowInfo flow, boolean fromClient, SessionPacket packet);

  /** A name-service packet. RFC 1002 4.2 */
  void nameService(Stamp at, FlowInfo flow, boolean fromClient, NbnsMessage message);

  /** A NetBIOS datagram. RFC 1002 4.4 */
  void datagram(Stamp at, FlowInfo flow, boolean fromClient, NetbiosDatagram datagram);
}
