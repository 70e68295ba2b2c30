package io.smbscope.cli;

import io.smbscope.cli.Samples.Frame;
import java.nio.ByteBuffer;

/**
 * Where the layers of a frame begin; offsets count from its first octet.
 *
 * @param payloadEnd behind the payload, before the padding
 */
record FrameLayout(boolean ipv6, boolean tcp, int ip, int transport, int payload, int payloadEnd) {
  private static final int LINKTYPE_ETHERNET = 1;
  private static final int LINKTYPE_LINUX_SLL = 113;
  private static final int LINKTYPE_LINUX_SLL2 = 276;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86DD;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int IPV6_HEADER = 40;
  private static final int UDP_HEADER = 8;

  /** Of a whole frame with one IP header, TCP or UDP; else null. */
  static FrameLayout of(Frame frame) {
    if (frame.octets().length < 60 || frame.octets().length != frame.wireLength()) {
      return null;
    }
    ByteBuffer octets = ByteBuffer.wrap(frame.octets());
    int type;
    int ip;
    switch (frame.linkType()) {
      case LINKTYPE_ETHERNET -> {
        ip = 14;
        type = octets.getShort(12) & 0xFFFF;
        while (type == 0x8100 || type == 0x88A8) {
          type = octets.getShort(ip + 2) & 0xFFFF;
          ip += 4;
        }
      }
      case LINKTYPE_LINUX_SLL -> {
        ip = 16;
        type = octets.getShort(14) & 0xFFFF;
      }
      case LINKTYPE_LINUX_SLL2 -> {
        ip = 20;
        type = octets.getShort(0) & 0xFFFF;
      }
      default -> {
        return null;
      }
    }
    try {
      return ofIp(octets, type, ip);
    } catch (IndexOutOfBoundsException damaged) {
      return null;
    }
  }

  private static FrameLayout ofIp(ByteBuffer octets, int type, int ip) {
    boolean ipv6 = type == IPV6;
    if (!ipv6 && (type != IPV4 || (octets.getShort(ip + 6) & 0x3FFF) != 0)) {
      return null;
    }
    int protocol = octets.get(ip + (ipv6 ? 6 : 9));
    if (protocol != TCP && protocol != UDP) {
      return null;
    }
    int transport = ip + (ipv6 ? IPV6_HEADER : (octets.get(ip) & 0xF) * 4);
    int end =
        ipv6
            ? transport + (octets.getShort(ip + 4) & 0xFFFF)
            : ip + (octets.getShort(ip + 2) & 0xFFFF);
    boolean tcp = protocol == TCP;
    int payload = transport + (tcp ? (octets.get(transport + 12) >>> 4 & 0xF) * 4 : UDP_HEADER);
    return end > octets.capacity() || payload > end
        ? null
        : new FrameLayout(ipv6, tcp, ip, transport, payload, end);
  }

  int payloadLength() {
    return payloadEnd - payload;
  }
}
