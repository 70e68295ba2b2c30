package io.smbscope.netbios;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.net.IpAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Datagrams of Windows 98 and Samba 4.17; what they hold was read with tshark. */
class DatagramServiceTest {
  private static final String HOST =
      "11020012c0a8ef81008a00bb000020454e4545454b4643444a444943414341434143414341434143"
          + "414341434141410020464845504643454c4548464345504646464143414341434143414341434142"
          + "4e00ff534d4225000000000000000000000000000000000000000000000000000000110000210000"
          + "000000000000000000000000000000000021005600030001000100020032005c4d41494c534c4f54"
          + "5c42524f57534500010460ea00004d444a52393800000000000000000000040003204100150455aa"
          + "00";
  private static final String DOMAIN =
      "1102002cc0a8ef81008a00c1000020454e4545454b4643444a444943414341434143414341434143"
          + "4143414341414100204142414346504650454e464445434643455046484644454646504650414341"
          + "4200ff534d4225000000000000000000000000000000000000000000000000000000110000270000"
          + "000000000000000000000000000000000027005600030001000100020038005c4d41494c534c4f54"
          + "5c42524f575345000c00c0d40100574f524b47524f55500000000000000004000020408000000000"
          + "4d444a52393800";
  private static final String ELECTION =
      "11020018c0a8ef81008a00af000020454e4545454b4643444a444943414341434143414341434143"
          + "414341434143410020464845504643454c4548464345504646464143414341434143414341434142"
          + "4f00ff534d4225000000000000000000000000000000000000000000000000000000110000150000"
          + "000000000000000000000000000000000015005600030001000100020026005c4d41494c534c4f54"
          + "5c42524f5753450008010000000000000000000000004d444a52393800";
  private static final String REQUEST =
      "1102000ec0a8ef81008a00a3000020454e4545454b4643444a444943414341434143414341434143"
          + "414341434143410020464845504643454c4548464345504646464143414341434143414341434142"
          + "4e00ff534d4225000000000000000000000000000000000000000000000000000000110000090000"
          + "00000000000000000000000000000000000900560003000100010002001a005c4d41494c534c4f54"
          + "5c42524f5753450002004d444a52393800";
  private static final String UMLAUT =
      "110a39480a090001008a00cc0000204547454a454d45464644464346474341434143414341434143"
          + "414341434141410020454d4542454346484548434143414341434143414341434143414341434142"
          + "4e00ff534d4225000000000000000000000000000000000000000000000000000000110000320000"
          + "000000000000000000000000000000000032005600030001000100020043005c4d41494c534c4f54"
          + "5c42524f57534500010060ea000046494c455352560000000000000000000601039a81000f0155aa"
          + "44617465692d536572766572204b946c6e00";
  private static final String LAN_MANAGER =
      "110a39490a090001008a00be0000204547454a454d45464644464346474341434143414341434143"
          + "414341434141410020454d4542454346484548434143414341434143414341434143414341434141"
          + "4100ff534d4225000000000000000000000000000000000000000000000000000000110000240000"
          + "000000000000000000000000000000000024005600030001000100020035005c4d41494c534c4f54"
          + "5c4c414e4d414e000100039a81000601050046494c455352560044415445492d534552564552204b"
          + "994c4e00";

  /** Octets before the user data, and before the browser frame, in {@link #HOST}. */
  private static final int NAMED = 82;

  private static final int FRAME = NAMED + 86;

  private final Recorder seen = new Recorder();
  private final DatagramService service =
      new DatagramService(Recorder.flow(138, false), Limits.DEFAULT, seen);

  private NetbiosDatagram decode(byte[] packet) {
    feed(packet, 1);
    assertThat(seen.anomalies).isEmpty();
    assertThat(seen.datagrams).hasSize(1);
    return seen.datagrams.get(0);
  }

  private void feed(byte[] packet, long nanos) {
    service.data(true, ByteBuffer.wrap(packet), 0, packet.length, packet.length, 1, nanos);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @Test
  void hostAnnouncementOfWindows98() {
    NetbiosDatagram datagram = decode(hex(HOST));
    assertThat(datagram)
        .isEqualTo(
            new NetbiosDatagram(
                0x11,
                0x02,
                18,
                IpAddress.ofIpv4(0xC0A8EF81),
                138,
                new NetbiosName("MDJR98", 0, ""),
                new NetbiosName("WORKGROUP", 0x1D, ""),
                -1,
                "\\MAILSLOT\\BROWSE",
                new BrowserMessage(1, "MDJR98", 4, 0, 0x00412003, 21, 4, "")));
    assertThat(datagram.browser().kind()).isEqualTo("host-announcement");
    assertThat(BrowserMessage.roles(datagram.browser().serverType()))
        .containsExactly(
            "workstation", "server", "windows-for-workgroups", "potential-browser", "windows-9x");
  }

  @Test
  void domainAnnouncementNamesTheMaster() {
    BrowserMessage browser = decode(hex(DOMAIN)).browser();
    assertThat(browser)
        .isEqualTo(new BrowserMessage(12, "WORKGROUP", 4, 0, 0x80402000L, 0, 0, "MDJR98"));
    assertThat(browser.kind()).isEqualTo("domain-announcement");
    assertThat(BrowserMessage.roles(browser.serverType()))
        .containsExactly("windows-for-workgroups", "windows-9x", "domain-enum");
  }

  @Test
  void election() {
    BrowserMessage browser = decode(hex(ELECTION)).browser();
    assertThat(browser.kind()).isEqualTo("election-request");
    assertThat(browser.server()).isEqualTo("MDJR98");
    assertThat(browser.osMajor()).isEqualTo(-1);
  }

  @Test
  void announcementRequest() {
    BrowserMessage browser = decode(hex(REQUEST)).browser();
    assertThat(browser.kind()).isEqualTo("announcement-request");
    assertThat(browser.server()).isEqualTo("MDJR98");
  }

  @Test
  void commentsAreInCodePage437() {
    assertThat(decode(hex(UMLAUT)).browser().comment()).isEqualTo("Datei-Server Köln");
  }

  @Test
  void lanManagerAnnouncement() {
    NetbiosDatagram datagram = decode(hex(LAN_MANAGER));
    assertThat(datagram.mailslot()).isEqualTo("\\MAILSLOT\\LANMAN");
    assertThat(datagram.browser())
        .isEqualTo(new BrowserMessage(1, "FILESRV", 6, 1, 0x00819A03, -1, -1, "DATEI-SERVER KÖLN"));
  }

  /** Frames made by [MS-BRWS] 2.2, put in place of the host announcement's. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          09020403020100, backup-list-request, '', ''
          0a020403020141424300444500, backup-list-response, '', 'ABC, DE'
          0b41424300, become-backup, ABC, ''
          0d41424300, master-announcement, ABC, ''
          0e01, reset-state, '', ''
          0f0060ea000041420000000000000000000000000000060103100400_0f0155aa4849_00, local-master-announcement, AB, HI
          63, browser-opcode-99, '', ''
          """)
  void otherFrames(String frame, String kind, String server, String comment) {
    BrowserMessage browser = decode(withFrame(hex(frame.replace("_", "")))).browser();
    assertThat(browser.kind()).isEqualTo(kind);
    assertThat(browser.server()).isEqualTo(server);
    assertThat(browser.comment()).isEqualTo(comment);
  }

  private static byte[] withFrame(byte[] frame) {
    byte[] packet = Arrays.copyOf(hex(HOST), FRAME + frame.length);
    System.arraycopy(frame, 0, packet, FRAME, frame.length);
    packet[NAMED + 33 + 22] = (byte) frame.length;
    packet[NAMED + 33 + 23] = 0;
    return packet;
  }

  @Test
  void unicodeMailslotName() {
    byte[] name = "\\MAILSLOT\\NET\\NETLOGON\0".getBytes(StandardCharsets.UTF_16LE);
    byte[] packet = Arrays.copyOf(hex(HOST), NAMED + 70 + name.length);
    System.arraycopy(name, 0, packet, NAMED + 70, name.length);
    packet[NAMED + 11] = (byte) 0x80;
    packet[NAMED + 33 + 22] = 0;
    NetbiosDatagram datagram = decode(packet);
    assertThat(datagram.mailslot()).isEqualTo("\\MAILSLOT\\NET\\NETLOGON");
    assertThat(datagram.browser()).isNull();
  }

  @Test
  void errorAndQuery() {
    feed(hex("1302000a0a090001008a82"), 1);
    feed(
        hex(
            "1402000a0a090001008a20"
                + "4547454a454d4546464446434647434143414341434143414341434143414341"
                + "00"),
        1);
    assertThat(seen.datagrams.get(0).errorCode()).isEqualTo(0x82);
    assertThat(seen.datagrams.get(0).destination()).isNull();
    assertThat(seen.datagrams.get(1).type()).isEqualTo(0x14);
    assertThat(seen.datagrams.get(1).destination().name()).isEqualTo("FILESRV");
    assertThat(seen.anomalies).isEmpty();
  }

  /** {@code HOST} in fragments of {@code size} octets of user data. RFC 1002 4.4.1 */
  private static List<byte[]> fragments(int size) {
    byte[] whole = hex(HOST);
    int userData = whole.length - NAMED;
    return IntStream.iterate(0, at -> at < userData, at -> at + size)
        .mapToObj(
            at -> {
              int length = Math.min(size, userData - at);
              byte[] packet = Arrays.copyOf(whole, NAMED + length);
              System.arraycopy(whole, NAMED + at, packet, NAMED, length);
              packet[1] = (byte) ((at == 0 ? 2 : 0) | (at + length < userData ? 1 : 0));
              ByteBuffer.wrap(packet).putShort(12, (short) at);
              return packet;
            })
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50, 118})
  void fragmentsAreReassembled(int size) {
    fragments(size).forEach(fragment -> feed(fragment, 1));
    assertThat(seen.anomalies).isEmpty();
    assertThat(seen.datagrams).hasSize(1);
    assertThat(seen.datagrams.get(0).browser().server()).isEqualTo("MDJR98");
  }

  @Test
  void aFragmentWithoutItsPredecessorIsSaidAndStillNamesItsSender() {
    feed(fragments(60).get(1), 1);
    assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_DATAGRAM);
    assertThat(seen.datagrams.get(0).source().name()).isEqualTo("MDJR98");
    assertThat(seen.datagrams.get(0).mailslot()).isNull();
  }

  @Test
  void fragmentsTooFarApartDoNotBelongTogether() {
    feed(fragments(60).get(0), 1);
    feed(fragments(60).get(1), 2 + Limits.DEFAULT.fragmentIdle().toNanos());
    assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_DATAGRAM);
  }

  @ParameterizedTest
  @ValueSource(strings = {HOST, DOMAIN, ELECTION, REQUEST, LAN_MANAGER})
  void aPacketCutAnywhereIsTakenWithoutHarm(String hex) {
    byte[] whole = hex(hex);
    for (int length = 0; length < whole.length; length++) {
      seen.datagrams.clear();
      seen.anomalies.clear();
      service.data(true, ByteBuffer.wrap(whole), 0, length, length, 1, 1);
      assertThat(seen.anomalies.size()).isLessThanOrEqualTo(1);
      assertThat(seen.anomalies.isEmpty() && seen.datagrams.isEmpty()).isFalse();
    }
  }

  @Property(tries = 500)
  void anyChangeIsTakenWithoutHarm(
      @ForAll @IntRange(max = 200) int at, @ForAll byte octet, @ForAll byte next) {
    Recorder recorder = new Recorder();
    byte[] packet = hex(HOST);
    packet[at % packet.length] = octet;
    packet[(at + 1) % packet.length] = next;
    new DatagramService(Recorder.flow(138, false), Limits.DEFAULT, recorder)
        .data(true, ByteBuffer.wrap(packet), 0, packet.length, packet.length, 1, 1);
    assertThat(recorder.anomalies.size()).isLessThanOrEqualTo(1);
  }
}
