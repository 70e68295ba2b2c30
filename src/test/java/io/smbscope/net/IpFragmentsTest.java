package io.smbscope.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.capture.Packet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The policies that {@link IpFragments} states. */
class IpFragmentsTest {
  private static final int UDP = 17;
  private static final int LENGTH = 5_003;

  private final List<Anomaly> anomalies = new ArrayList<>();
  private final PacketDecoder decoder = new PacketDecoder(limits(), Ports.DEFAULT, anomalies::add);
  private final Segment segment = new Segment();
  private final byte[] payload = new byte[LENGTH];
  private long number;
  private long nanos = 1_000_000_000_000L;

  IpFragmentsTest() {
    new Random(1).nextBytes(payload);
  }

  @Test
  void anyOrderAndRepetitionGivesTheDatagram() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      List<byte[]> packets = new ArrayList<>();
      byte[] datagram = datagram(137);
      int offset = 0;
      while (offset < datagram.length) {
        int end = offset + 8 * (1 + random.nextInt(200));
        packets.add(v4(round, datagram, offset, Math.min(end, datagram.length)));
        offset = end;
      }
      Collections.shuffle(packets, random);
      int last = packets.size() - 1;
      for (int i = 0; i < last; i++) {
        assertThat(decode(packets.get(i))).isFalse();
        assertThat(decode(packets.get(random.nextInt(i + 1)))).isFalse();
      }
      assertThat(decode(packets.get(last))).isTrue();
      assertThat(octets()).isEqualTo(payload);
      assertThat(segment.window).isNull();
    }
    assertThat(anomalies).isEmpty();
    assertThat(decoder.stats().reassembled()).isEqualTo(200);
    assertThat(decoder.stats().overlappingDatagrams()).isZero();
  }

  @Test
  void ipv6FragmentsToo() {
    byte[] datagram = datagram(138);
    assertThat(decode(v6(datagram, 2_000, datagram.length))).isFalse();
    assertThat(decode(v6(datagram, 0, 2_000))).isTrue();
    assertThat(octets()).isEqualTo(payload);
  }

  @Test
  void aTunnelMayBeInFragments() {
    byte[] frame =
        new PacketBuilder()
            .udp(5_000, 4789)
            .payload(new byte[] {8, 0, 0, 0, 0, 0, 1, 0})
            .ethernet()
            .ipv4("10.9.0.1", "10.9.0.2")
            .tcp(50_000, 445, 1, 2, 16)
            .payload(payload)
            .build();
    assertThat(decode(v4(1, frame, 0, 1_480))).isFalse();
    assertThat(decode(v4(1, frame, 1_480, frame.length))).isTrue();
    assertThat(segment.sourcePort).isEqualTo(50_000);
    assertThat(new IpAddress(segment.sourceHigh, segment.sourceLow)).hasToString("10.9.0.1");
    assertThat(octets()).isEqualTo(payload);
  }

  @Test
  void whereFragmentsOverlapTheFirstOctetsStay() {
    byte[] datagram = datagram(137);
    byte[] other = datagram.clone();
    Arrays.fill(other, 8, other.length, (byte) 0x55);
    decode(v4(1, datagram, 0, 2_000));
    decode(v4(1, other, 1_600, 2_400));
    assertThat(decode(v4(1, datagram, 2_400, datagram.length))).isTrue();
    byte[] expected = payload.clone();
    Arrays.fill(expected, 2_000 - 8, 2_400 - 8, (byte) 0x55);
    assertThat(octets()).isEqualTo(expected);
    assertThat(anomalies).extracting(Anomaly::kind).containsExactly(AnomalyKind.FRAGMENT_OVERLAP);
    assertThat(decoder.stats().overlappingDatagrams()).isEqualTo(1);
  }

  @Test
  void aSecondEndIsLeftOut() {
    byte[] datagram = datagram(137);
    decode(v4(1, datagram, 4_000, datagram.length));
    decode(v4(1, datagram, 0, 2_000));
    byte[] shorter = Arrays.copyOf(datagram, 3_000);
    assertThat(decode(v4(1, shorter, 2_000, 3_000))).isFalse();
    assertThat(decode(v4(1, datagram, 2_000, 4_000))).isTrue();
    assertThat(octets()).isEqualTo(payload);
    assertThat(anomalies).hasSize(1);
  }

  @Test
  void whatTheSnapLengthCutEndsThere() {
    byte[] datagram = datagram(137);
    Packet cut = packet(v4(1, datagram, 2_000, 4_000));
    cut.length -= 500;
    assertThat(decoder.decode(cut, segment)).isFalse();
    decode(v4(1, datagram, 0, 2_000));
    assertThat(decode(v4(1, datagram, 4_000, datagram.length))).isTrue();
    assertThat(segment.wireLength).isEqualTo(LENGTH);
    assertThat(segment.length).isEqualTo(4_000 - 500 - 8);
    assertThat(octets()).isEqualTo(Arrays.copyOf(payload, segment.length));
  }

  @Test
  void givesUpInTimeAndSaysSoOfOurs() {
    decode(v4(1, datagram(137), 0, 2_000));
    decode(v4(2, datagram(53), 0, 2_000));
    decode(v4(3, datagram(53), 2_000, 4_000));
    nanos += Duration.ofSeconds(31).toNanos();
    decode(v4(4, datagram(53), 0, 2_000));
    assertThat(decoder.stats().incompleteDatagrams()).isEqualTo(3);
    assertThat(anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.FRAGMENT_INCOMPLETE);
    decoder.finish(new Stamp(number, nanos));
    assertThat(decoder.stats().incompleteDatagrams()).isEqualTo(4);
  }

  @Test
  void givesUpTheOldestWhenThereAreTooMany() {
    byte[] datagram = datagram(137);
    for (int id = 0; id < 5; id++) {
      decode(v4(id, datagram, 0, 2_000));
    }
    assertThat(decode(v4(0, datagram, 2_000, datagram.length))).isFalse();
    assertThat(decode(v4(4, datagram, 2_000, datagram.length))).isTrue();
    assertThat(anomalies)
        .extracting(Anomaly::kind)
        .contains(AnomalyKind.LIMIT_REACHED, AnomalyKind.FRAGMENT_INCOMPLETE);
  }

  @Test
  void fragmentsThatCannotBeAreMalformed() {
    byte[] large = new byte[65_535];
    decode(v4(1, large, 65_528, 65_535 + 1));
    decode(v4(1, large, 0, 13, true));
    assertThat(decoder.stats().malformed()).isEqualTo(2);
  }

  @Test
  void anyFragmentsAtAllAreTaken() {
    Random random = new Random(3);
    byte[] datagram = datagram(137);
    for (int i = 0; i < 20_000; i++) {
      int from = 8 * random.nextInt(datagram.length / 8);
      int to = from + 1 + random.nextInt(datagram.length - from);
      Packet packet = packet(v4(random.nextInt(3), datagram, from, to, random.nextInt(5) > 0));
      packet.length -= random.nextInt(4) == 0 ? random.nextInt(packet.length) : 0;
      if (decoder.decode(packet, segment)) {
        assertThat(octets().length).isLessThanOrEqualTo(segment.wireLength);
      }
    }
  }

  private boolean decode(byte[] octets) {
    return decoder.decode(packet(octets), segment);
  }

  private Packet packet(byte[] octets) {
    return PacketBuilder.packet(++number, nanos, PacketBuilder.LINKTYPE_ETHERNET, octets);
  }

  private byte[] octets() {
    byte[] octets = new byte[segment.length];
    segment.buffer.get(segment.offset, octets);
    return octets;
  }

  private byte[] datagram(int port) {
    return new PacketBuilder().udp(port, port).payload(payload).build();
  }

  private static byte[] v4(int id, byte[] datagram, int from, int to) {
    return v4(id, datagram, from, to, to < datagram.length);
  }

  private static byte[] v4(int id, byte[] datagram, int from, int to, boolean more) {
    return new PacketBuilder()
        .ethernet()
        .ipv4("10.0.0.1", "10.0.0.2", id, from, more, UDP)
        .payload(Arrays.copyOfRange(datagram, from, to))
        .build();
  }

  private static byte[] v6(byte[] datagram, int from, int to) {
    return new PacketBuilder()
        .ethernet()
        .ipv6("fe80::1", "fe80::2")
        .ipv6Fragment(7, from, to < datagram.length, UDP)
        .payload(Arrays.copyOfRange(datagram, from, to))
        .build();
  }

  private static Limits limits() {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        usual.flows(),
        usual.flowIdle(),
        4,
        usual.fragmentIdle(),
        usual.outOfOrderBytes(),
        usual.outOfOrderTotal(),
        usual.gatheredMessage(),
        usual.chainDepth(),
        usual.pendingRequests(),
        usual.sessions(),
        usual.trees(),
        usual.opens(),
        usual.names());
  }
}
