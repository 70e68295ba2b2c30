package io.smbscope.net;

import io.smbscope.base.AnomalySink;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.capture.Packet;

/** Finds the TCP segment or UDP datagram in a packet. Used by one thread. */
public final class PacketDecoder {
  public PacketDecoder(Limits limits, Ports ports, AnomalySink anomalies) {}

  /**
   * Fills {@code segment} when the packet holds, or completes, one of our ports.
   *
   * @return whether it does; if not, {@code segment} is as good as empty
   */
  public boolean decode(Packet packet, Segment segment) {
    return false;
  }

  /** The input is over: datagrams still incomplete are given up. */
  public void finish(Stamp at) {}

  public DecoderStats stats() {
    return null;
  }
}
