package io.smbscope.dissect.netbios;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Region;

/**
 * IPX packets that carry SMB, over NetBIOS or without it. Novell, "IPX Router Specification",
 * 107-000029-001, chapter 2; [MS-CIFS] 2.1.2
 *
 * @param connectionless its SMB messages are numbered, without NetBIOS
 */
public record IpxPacket(
    int sourceSocket, int destinationSocket, boolean connectionless, Region payload) {
  private static final int HEADER = 30;
  private static final int LENGTH = 12;
  private static final int LLC = 14;
  private static final int MOST = 1500;
  private static final int ETHER_TYPE = 0x8137;
  private static final int SAP = 0xE0E0;
  private static final int SNAP = 0xAAAA;
  private static final int NO_CHECKSUM = 0xFFFF;
  private static final int NETBIOS = 0x0455;
  private static final int SERVER = 0x0550;
  private static final int NAME_QUERY = 0x0551;
  private static final int REDIRECTOR = 0x0552;
  private static final int MAILSLOT = 0x0553;
  private static final int MESSENGER = 0x0554;
  private static final int BROADCAST = 0x14;
  private static final int ROUTES = 32;
  private static final int SESSION_DATA = 6;
  private static final int SESSION_END_ACKNOWLEDGED = 8;
  private static final int DIRECTED_DATAGRAM = 11;
  private static final int MAILSLOT_SEND = 0xFC;

  /**
   * What a frame carries; null when it is not IPX or does not carry SMB.
   *
   * @param frame of Ethernet
   */
  public static IpxPacket of(Region frame) {
    int at = start(frame);
    if (at < 0 || !frame.has(at, HEADER)) {
      return null;
    }
    Bytes octets = frame.octets();
    int length = octets.u16be(at + 2);
    int to = octets.u16be(at + 16);
    int from = octets.u16be(at + 28);
    Region data = frame.part(at, Math.min(length, frame.length() - at)).from(HEADER);
    int lower = Math.min(from, to);
    int higher = Math.max(from, to);
    Region payload = null;
    boolean server = lower == SERVER || lower == REDIRECTOR || lower == MESSENGER;
    boolean connectionless = server && higher != NAME_QUERY;
    if (connectionless) {
      payload = data;
    } else if (lower == NETBIOS) {
      payload = netbios(data, octets.u8(at + 5));
    } else if (higher == NAME_QUERY || lower == NAME_QUERY || lower == MAILSLOT) {
      payload = nameManagement(data);
    }
    return payload == null ? null : new IpxPacket(from, to, connectionless, payload);
  }

  /** Where the header is, in each of the four forms on Ethernet; less than 0 in none. */
  private static int start(Region frame) {
    Bytes octets = frame.octets();
    if (!frame.has(0, LLC + 8)) {
      return -1;
    }
    int type = octets.u16be(LENGTH);
    int sap = octets.u16be(LLC);
    if (type > MOST) {
      return type == ETHER_TYPE ? LLC : -1;
    }
    return switch (sap) {
      case NO_CHECKSUM -> LLC;
      case SAP -> LLC + 3;
      case SNAP -> octets.u16be(LLC + 6) == ETHER_TYPE ? LLC + 8 : -1;
      default -> -1;
    };
  }

  /** Behind it, eight networks which a broadcast passes, a type, and what the type has. */
  private static Region netbios(Region data, int packetType) {
    int at = packetType == BROADCAST ? ROUTES : 0;
    if (!data.has(at, 2)) {
      return null;
    }
    int type = data.octets().u8(at + 1);
    if (type == DIRECTED_DATAGRAM) {
      return data.from(at + 34);
    }
    return type >= SESSION_DATA && type <= SESSION_END_ACKNOWLEDGED ? data.from(at + 18) : null;
  }

  /** Eight networks, the operation, and two names of 16 octets stand before the message. */
  private static Region nameManagement(Region data) {
    boolean sends = data.has(ROUTES, 1) && data.octets().u8(ROUTES) == MAILSLOT_SEND;
    return sends ? data.from(ROUTES + 36) : null;
  }
}
