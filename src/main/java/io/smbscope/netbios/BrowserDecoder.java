package io.smbscope.netbios;

import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.grammar.BrowserFrame;
import java.util.stream.Collectors;

/** Browser frames. They throw what Kaitai throws, which the datagram decoder's guard catches. */
final class BrowserDecoder {
  private static final int NONE = -1;

  private BrowserDecoder() {}

  /** A frame from the mailslot BROWSE. [MS-BRWS] 2.2 */
  static BrowserMessage decode(byte[] octets) {
    BrowserFrame frame = new BrowserFrame(new ByteBufferKaitaiStream(octets));
    int opcode = frame.opcode();
    KaitaiStruct body = frame.body();
    if (body instanceof BrowserFrame.Announcement announcement) {
      return new BrowserMessage(
          opcode,
          trim(announcement.serverName().text()),
          announcement.osVersionMajor(),
          announcement.osVersionMinor(),
          announcement.serverType(),
          announcement.browserVersionMajor(),
          announcement.browserVersionMinor(),
          trim(announcement.comment().text()));
    }
    if (body instanceof BrowserFrame.AnnouncementRequest request) {
      return named(opcode, request.responseName().text());
    }
    if (body instanceof BrowserFrame.RequestElection election) {
      return named(opcode, election.serverName().text());
    }
    if (body instanceof BrowserFrame.ComputerName computer) {
      return named(opcode, computer.name().text());
    }
    if (body instanceof BrowserFrame.GetBackupListResponse response) {
      return new BrowserMessage(
          opcode, "", NONE, NONE, 0, NONE, NONE, list(response.backupServerList()));
    }
    return named(opcode, "");
  }

  /** A frame from the mailslot LANMAN, which LAN Manager servers and clients use. */
  static BrowserMessage decodeLanManager(byte[] octets) {
    if (octets.length == 0 || octets[0] != BrowserMessage.HOST_ANNOUNCEMENT) {
      return named(octets.length == 0 ? NONE : octets[0] & 0xFF, "");
    }
    BrowserFrame.LanmanAnnouncement frame =
        new BrowserFrame.LanmanAnnouncement(new ByteBufferKaitaiStream(octets));
    return new BrowserMessage(
        frame.opcode(),
        trim(frame.serverName()),
        frame.osVersionMajor(),
        frame.osVersionMinor(),
        frame.serverType(),
        NONE,
        NONE,
        trim(frame.comment().text()));
  }

  private static BrowserMessage named(int opcode, String name) {
    return new BrowserMessage(opcode, trim(name), NONE, NONE, 0, NONE, NONE, "");
  }

  /** Names that each end with a zero octet, joined by a comma and a space. */
  private static String list(byte[] octets) {
    return OemText.decode(octets, 0, octets.length)
        .codePoints()
        .mapToObj(c -> c == 0 ? ", " : Character.toString(c))
        .collect(Collectors.joining())
        .replaceFirst("(, )+$", "");
  }

  private static String trim(String text) {
    return text.stripTrailing();
  }
}
