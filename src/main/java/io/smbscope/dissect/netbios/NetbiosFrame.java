package io.smbscope.dissect.netbios;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Region;

/**
 * NetBIOS frames (NetBEUI): SMB over IEEE 802.2 without IP, as DOS and Windows 98 speak it. IBM,
 * "Local Area Network Technical Reference", SC30-3383-03, chapter 5
 */
public final class NetbiosFrame {
  private static final int LENGTH = 12;
  private static final int LLC = 14;
  private static final int MOST = 1500;
  private static final int NETBIOS = 0xF0;
  private static final int DELIMITER = 0xEFFF;
  private static final int COMMAND = 4;
  private static final int HEADER = 14;
  private static final int DATAGRAM = 0x08;
  private static final int DATAGRAM_BROADCAST = 0x09;
  private static final int DATA_ONLY_LAST = 0x16;

  private NetbiosFrame() {}

  /**
   * What a frame carries, which is not put together from several; null when it carries nothing.
   *
   * @param frame of Ethernet
   */
  public static Region payload(Region frame) {
    Bytes octets = frame.octets();
    if (!frame.has(0, LLC + 4 + HEADER) || octets.u16be(LENGTH) > MOST) {
      return null;
    }
    if (octets.u8(LLC) != NETBIOS || (octets.u8(LLC + 1) & 0xFE) != NETBIOS) {
      return null;
    }
    int at = LLC + ((octets.u8(LLC + 2) & 3) == 3 ? 3 : 4);
    int header = octets.u16le(at);
    int command = octets.u8(at + COMMAND);
    boolean carries =
        command == DATAGRAM || command == DATAGRAM_BROADCAST || command == DATA_ONLY_LAST;
    if (octets.u16le(at + 2) != DELIMITER || header < HEADER || !carries) {
      return null;
    }
    return frame.part(at + header, LLC + octets.u16be(LENGTH) - at - header);
  }
}
