package io.smbscope.netbios;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowStats;
import io.smbscope.net.IpAddress;
import io.smbscope.netbios.NbnsMessage.Address;
import io.smbscope.netbios.NbnsMessage.NodeName;
import io.smbscope.netbios.NbnsMessage.Question;
import io.smbscope.netbios.NbnsMessage.ResourceRecord;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets of Samba 4.17 and Windows 98 and 10; what they hold was read with tshark. */
class NameServiceTest {
  private static final String STATUS_ANSWER =
      "136c8400000000010000000020434b41414141414141414141414141414141414141414141414141"
          + "414141414100002100010000000000ad0746494c45535256202020202020202000640046494c4553"
          + "5256202020202020202003640046494c45535256202020202020202020640001025f5f4d5342524f"
          + "5753455f5f0201e4004c414257472020202020202020202000e4004c414257472020202020202020"
          + "20201b64004c41425747202020202020202020201ee400020000000a010000000000000000000000"
          + "0000000000000000000000000000000000000000000000000000000000";
  private static final String REGISTRATION =
      "002429100001000000000001204142414346504650454e4644454346434550464846444546465046"
          + "50414341420000200001c00c00200001000493e000068000c0a8ef81";
  private static final String MULTIHOMED_REGISTRATION =
      "399f79000001000000000001204544454d454a4546454f4645454343414341434143414341434143"
          + "41434143410000200001c00c002000010003f480000660000a090002";
  private static final String SCOPED_QUERY =
      "50c101100001000000000000204547454a454d454646444643464743414341434143414341434143"
          + "414341414104434f5250074558414d504c450000200001";
  private static final String WACK =
      "38d6bc000000000100000000204544454d454a4546454f4645454343414341434143414341434143"
          + "414341434100000a00010000003c00027900";
  private static final String NEGATIVE_ANSWER =
      "0b518583000000010000000020454f45504644464645444549434143414341434143414341434143"
          + "414341414100000a0001000000000000";
  private static final String ACTIVE_ERROR =
      "39a4ad860000000100000000204544454d454a4546454f4645454343414341434143414341434143"
          + "4143414341000020000100000000000660000a090003";
  private static final String RELEASE =
      "39b33000000100000000000120454d45424543464845484341434143414341434143414341434143"
          + "414341424f0000200001c00c002000010003f4800006e0000a090003";
  private static final String REFRESH =
      "b16a40000001000000000001204648454a454f444244414341434143414341434143414341434143"
          + "41434141410000200001c00c00200001000493e000066000c0a83868";

  private final Recorder seen = new Recorder();
  private final NameService service = new NameService(Recorder.flow(137, false), seen);

  private NbnsMessage decode(String hex) {
    feed(HexFormat.of().parseHex(hex));
    assertThat(seen.anomalies).isEmpty();
    assertThat(seen.nameService).hasSize(1);
    return seen.nameService.get(0);
  }

  private void feed(byte[] packet) {
    service.data(true, ByteBuffer.wrap(packet), 0, packet.length, packet.length, 1, 1);
  }

  private static IpAddress ip(int a, int b, int c, int d) {
    return IpAddress.ofIpv4((a << 24) | (b << 16) | (c << 8) | d);
  }

  private static NetbiosName name(String name, int suffix) {
    return new NetbiosName(name, suffix, "");
  }

  @Test
  void statusAnswer() {
    NbnsMessage message = decode(STATUS_ANSWER);
    assertThat(message.operation()).isEqualTo("status");
    assertThat(message.result()).isEqualTo("positive");
    assertThat(message.response()).isTrue();
    ResourceRecord answer = message.records().get(0);
    assertThat(answer.name()).isEqualTo(name("*", 0));
    assertThat(answer.unitId()).isEqualTo(0x02000000_0A01L);
    assertThat(answer.nodeNames())
        .containsExactly(
            new NodeName(name("FILESRV", 0x00), 0x6400),
            new NodeName(name("FILESRV", 0x03), 0x6400),
            new NodeName(name("FILESRV", 0x20), 0x6400),
            new NodeName(name("\u0001\u0002__MSBROWSE__\u0002", 0x01), 0xE400),
            new NodeName(name("LABWG", 0x00), 0xE400),
            new NodeName(name("LABWG", 0x1B), 0x6400),
            new NodeName(name("LABWG", 0x1E), 0xE400));
    assertThat(answer.nodeNames().get(3).name()).hasToString("<01><02>__MSBROWSE__<02><01>");
  }

  @Test
  void registrationWithLabelPointer() {
    NbnsMessage message = decode(REGISTRATION);
    NetbiosName browsers = name("\u0001\u0002__MSBROWSE__\u0002", 0x01);
    assertThat(message)
        .isEqualTo(
            new NbnsMessage(
                36,
                false,
                5,
                0x11,
                0,
                List.of(new Question(browsers, 0x20, 1)),
                List.of(
                    new ResourceRecord(
                        2,
                        browsers,
                        0x20,
                        1,
                        300_000,
                        List.of(new Address(true, 0, ip(192, 168, 239, 129))),
                        List.of(),
                        -1))));
    assertThat(message.operation()).isEqualTo("registration");
    assertThat(message.broadcast()).isTrue();
  }

  @Test
  void multihomedRegistration() {
    NbnsMessage message = decode(MULTIHOMED_REGISTRATION);
    assertThat(message.operation()).isEqualTo("multihomed-registration");
    assertThat(message.broadcast()).isFalse();
    assertThat(message.records().get(0).addresses())
        .containsExactly(new Address(false, 3, ip(10, 9, 0, 2)));
    assertThat(message.records().get(0).ttl()).isEqualTo(259_200);
  }

  @Test
  void queryWithScope() {
    NbnsMessage message = decode(SCOPED_QUERY);
    assertThat(message.operation()).isEqualTo("query");
    assertThat(message.questions())
        .containsExactly(new Question(new NetbiosName("FILESRV", 0, "CORP.EXAMPLE"), 0x20, 1));
    assertThat(message.questions().get(0).name()).hasToString("FILESRV<00>.CORP.EXAMPLE");
  }

  @Test
  void waitForAcknowledgement() {
    NbnsMessage message = decode(WACK);
    assertThat(message.operation()).isEqualTo("wack");
    assertThat(message.records().get(0).ttl()).isEqualTo(60);
    assertThat(message.records().get(0).addresses()).isEmpty();
  }

  @Test
  void negativeAnswer() {
    NbnsMessage message = decode(NEGATIVE_ANSWER);
    assertThat(message.result()).isEqualTo("name-error");
    assertThat(message.records().get(0).name()).isEqualTo(name("NOSUCH", 0));
  }

  @Test
  void nameOwnedByAnother() {
    NbnsMessage message = decode(ACTIVE_ERROR);
    assertThat(message.operation()).isEqualTo("registration");
    assertThat(message.result()).isEqualTo("active-error");
  }

  @Test
  void release() {
    NbnsMessage message = decode(RELEASE);
    assertThat(message.operation()).isEqualTo("release");
    assertThat(message.records().get(0).addresses())
        .containsExactly(new Address(true, 3, ip(10, 9, 0, 3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4000", "4800"})
  void refreshInBothItsOpcodes(String flags) {
    NbnsMessage message = decode(REFRESH.replaceFirst("^b16a4000", "b16a" + flags));
    assertThat(message.operation()).isEqualTo("refresh");
    assertThat(message.questions().get(0).name()).isEqualTo(name("WIN10", 0));
  }

  /** RFC 1002 4.2.15: the name server to ask is in the additional section, as type A. */
  @Test
  void redirect() {
    NbnsMessage message =
        decode(
            "000180000000000000010001"
                + "20454f45504644464645444549434143414341434143414341434143414341414100"
                + "0002000100000e100002c00c"
                + "c00c0001000100000e1000040a090001");
    assertThat(message.records()).extracting(ResourceRecord::section).containsExactly(1, 2);
    assertThat(message.records().get(1).addresses())
        .containsExactly(new Address(false, 0, ip(10, 9, 0, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        STATUS_ANSWER,
        REGISTRATION,
        SCOPED_QUERY,
        WACK,
        NEGATIVE_ANSWER,
        ACTIVE_ERROR,
        RELEASE,
        REFRESH
      })
  void aPacketCutAnywhereGivesWhatItHolds(String hex) {
    byte[] whole = HexFormat.of().parseHex(hex);
    for (int length = 0; length < whole.length; length++) {
      seen.nameService.clear();
      seen.anomalies.clear();
      service.data(true, ByteBuffer.wrap(whole), 0, length, length, 1, 1);
      assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_NBNS);
      assertThat(seen.nameService).hasSize(length < 12 ? 0 : 1);
    }
  }

  @Test
  void aPacketCutByTheSnapLengthIsNotMalformed() {
    byte[] whole = HexFormat.of().parseHex(REGISTRATION);
    service.data(true, ByteBuffer.wrap(whole), 0, 50, whole.length, 1, 1);
    assertThat(seen.anomalies).isEmpty();
    assertThat(seen.nameService.get(0).questions()).hasSize(1);
    assertThat(seen.nameService.get(0).records()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c00c00200001", // a pointer to itself
        "c0ff00200001", // a pointer out of the packet
        "20454700", // an encoded name that ends
        "0341424300" + "00200001", // no encoded name
        "4141", // a reserved label type
        "00" + "00200001" // an empty name
      })
  void aBadNameIsMalformedNotFatal(String question) {
    feed(HexFormat.of().parseHex("0001011000010000000000" + "00" + question));
    assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_NBNS);
    assertThat(seen.nameService).hasSize(1);
  }

  @Test
  void countsThatLieCostNothing() {
    feed(HexFormat.of().parseHex("0001011fffffffffffffffff"));
    assertThat(seen.kinds()).containsExactly(AnomalyKind.MALFORMED_NBNS);
  }

  @Property(tries = 500)
  void anyOctetsAreTakenWithoutHarm(
      @ForAll @IntRange(max = 700) int length, @ForAll @IntRange(max = 0xFFFF) int seed) {
    Recorder recorder = new Recorder();
    NameService any = new NameService(Recorder.flow(137, false), recorder);
    byte[] packet = Frames.random(length, seed);
    any.data(false, ByteBuffer.wrap(packet), 0, length, length, 1, 1);
    FlowStats.Side side = new FlowStats.Side(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, List.of());
    any.end(
        new Stamp(1, 1), new FlowStats(side, side, FlowStats.EndReason.IDLE, new Stamp(1, 1), ""));
    assertThat(recorder.flowsEnded).isEqualTo(1);
    assertThat(recorder.anomalies).hasSizeLessThanOrEqualTo(1);
  }
}
