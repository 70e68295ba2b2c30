package io.smbscope.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.net.FlowStats.EndReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The policies that {@link TcpConnection} states. */
class TcpReassemblyTest {
  private static final int F = Segment.FIN;
  private static final int S = Segment.SYN;
  private static final int R = Segment.RST;
  private static final int A = Segment.ACK;

  @Test
  void octetsComeInOrderAndOnce() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").client(6, 0, "ghi").client(3, 0, "def").client(3, 0, "def");
    traffic.server(0, 9, "xyz");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.calls).containsExactly("C:abc", "C:def", "C:ghi", "S:xyz");
    assertThat(flow.packets).containsExactly(4L, 6L, 5L, 8L);
    assertThat(flow.stats.client().retransmitted()).isEqualTo(3);
    assertThat(flow.stats.client().bytes()).isEqualTo(12);
    assertThat(flow.stats.client().packets()).isEqualTo(6);
    assertThat(flow.stats.client().gaps()).isZero();
    assertThat(flow.stats.server().bytes()).isEqualTo(3);
    assertThat(flow.info.midstream()).isFalse();
    assertThat(traffic.recorded.anomalies).isEmpty();
  }

  @Test
  void aSegmentOverHeldOnesFillsTheHolesBetween() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(2, 0, "C").client(4, 0, "E").client(0, 0, "abcdefg");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.client.toString()).isEqualTo("abCdEfg");
    assertThat(flow.stats.client().retransmitted()).isEqualTo(2);
    assertThat(flow.stats.client().overlapConflicts()).isEqualTo(1);
    assertThat(traffic.recorded.kinds()).containsExactly(AnomalyKind.TCP_OVERLAP_CONFLICT);
  }

  @Test
  void whatCameFirstStaysAndADifferenceIsSaid() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "first").client(0, 0, "other").client(3, 0, "stand").server(0, 8, "");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.client.toString()).isEqualTo("firstand");
    assertThat(flow.stats.client().overlapConflicts()).isEqualTo(1);
    assertThat(flow.stats.client().retransmitted()).isEqualTo(7);
    assertThat(traffic.recorded.anomalies)
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.kind()).isEqualTo(AnomalyKind.TCP_OVERLAP_CONFLICT);
              assertThat(anomaly.flow()).isEqualTo(1);
              assertThat(anomaly.at().packet()).isEqualTo(5);
            });
  }

  @Test
  void anotherSegmentationIsNoConflict() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").client(3, 0, "def").client(1, 0, "bcdefg");
    assertThat(traffic.finish().only().client.toString()).isEqualTo("abcdefg");
    assertThat(traffic.recorded.anomalies).isEmpty();
  }

  @Test
  void keepAlivesAndZeroWindowProbesAreNoRetransmissions() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").server(0, 3, "").client(2, 0, "").client(2, 0, "\0");
    traffic.client(3, 0, "d").server(0, 4, "").client(4, 0, "ef").server(0, 6, "");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.client.toString()).isEqualTo("abcdef");
    assertThat(flow.stats.client().retransmitted()).isZero();
    assertThat(flow.stats.client().overlapConflicts()).isZero();
  }

  @Test
  void sequenceNumbersWrapAround() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.clientIsn = -4;
    traffic.handshake();
    traffic.client(0, 0, "ab").client(4, 0, "ef").client(2, 0, "cd").client(0, 0, "abcd");
    traffic.server(0, 6, "");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.client.toString()).isEqualTo("abcdef");
    assertThat(flow.stats.client().retransmitted()).isEqualTo(4);
  }

  @Test
  void streamsMayBeLongerThanFourGigabytes() {
    TcpTraffic traffic = new TcpTraffic();
    FlowCounter counter = new FlowCounter();
    FlowTable table =
        new FlowTable(Limits.DEFAULT, Ports.DEFAULT, (at, info) -> counter, traffic.recorded);
    byte[] octets = new byte[1 << 16];
    table.segment(traffic.segment(true, -1, S, 0, new byte[0], 0));
    for (long position = 0; position < 5L << 30; position += octets.length) {
      table.segment(traffic.segment(true, position, A, 0, octets, octets.length));
      if (position % (1 << 26) == 0) {
        table.segment(traffic.segment(true, position, A, 0, octets, octets.length));
      }
    }
    table.finish(traffic.now());
    assertThat(counter.octets).isEqualTo(5L << 30);
    assertThat(counter.stats.client().gaps()).isZero();
    assertThat(counter.stats.client().retransmitted()).isEqualTo(80L << 16);
  }

  @Test
  void aResponseWaitsForItsRequest() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.server(0, 3, "response").client(3, 8, "next").client(0, 0, "ask");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.calls).containsExactly("C:ask", "S:response", "C:next");
    assertThat(flow.stats.server().gaps()).isZero();
  }

  @Test
  void aHoleThatWasAcknowledgedIsGivenUpAfterFurtherPackets() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").client(8, 0, "ijk").server(0, 11, "ok");
    for (int i = 0; i < TcpConnection.PATIENCE_PACKETS; i++) {
      assertThat(traffic.recorded.only().calls).containsExactly("C:abc");
      traffic.server(2, 11, "");
    }
    traffic.server(2, 11, "");
    assertThat(traffic.recorded.only().calls).containsExactly("C:abc", "C-5", "C:ijk", "S:ok");
    assertThat(traffic.recorded.kinds()).containsExactly(AnomalyKind.TCP_GAP);
    FlowStats.Side client = traffic.finish().only().stats.client();
    assertThat(client.gaps()).isEqualTo(1);
    assertThat(client.missing()).isEqualTo(5);
  }

  @Test
  void orAfterASecond() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").client(8, 0, "ijk").server(0, 11, "ok");
    traffic.pass(2).client(11, 2, "more");
    assertThat(traffic.recorded.only().calls)
        .containsExactly("C:abc", "C-5", "C:ijk", "S:ok", "C:more");
  }

  @Test
  void aHoleThatWasNotAcknowledgedWaits() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").client(8, 0, "ijk");
    for (int i = 0; i < 100; i++) {
      traffic.pass(1).server(0, 3, "");
    }
    traffic.client(3, 0, "defgh").server(0, 11, "");
    assertThat(traffic.recorded.only().client.toString()).isEqualTo("abcdefghijk");
    assertThat(traffic.recorded.anomalies).isEmpty();
  }

  @Test
  void anAcknowledgementOfWhatNobodySentGivesUpNothing() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").server(0, 500_000, "").pass(5);
    for (int i = 0; i < 40; i++) {
      traffic.server(0, 500_000, "");
    }
    traffic.client(3, 0, "def").server(0, 6, "ok");
    assertThat(traffic.finish().only().calls).containsExactly("C:abc", "C:def", "S:ok");
  }

  @Test
  void aLostRequestIsSeenByWhatItsSenderSendsNext() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").server(0, 3, "ok").server(2, 8, "yes").client(8, 5, "");
    traffic.pass(2).client(8, 5, "").client(8, 5, "more");
    assertThat(traffic.finish().only().calls)
        .containsExactly("C:abc", "S:ok", "C-5", "S:yes", "C:more");
  }

  @Test
  void oneDirectionAloneIsHandedOnAsItComes() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.client(0, 0, "abc").client(3, 700, "def").client(6, 900, "ghi");
    RecordedFlows.Recorded flow = traffic.recorded.only();
    assertThat(flow.calls).containsExactly("C:abc", "C:def", "C:ghi");
    assertThat(flow.info.midstream()).isTrue();
  }

  @Test
  void atTheEndWhatIsHeldIsHandedOnOverGaps() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(5, 0, "f").client(2, 0, "c").server(3, 9, "x");
    traffic.send(true, 9, F | A, 0, "");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.client.toString()).isEqualTo("<2>c<2>f<3>");
    assertThat(flow.server.toString()).isEqualTo("<3>x");
    assertThat(flow.stats.client().gaps()).isEqualTo(3);
    assertThat(flow.stats.client().missing()).isEqualTo(7);
  }

  @Test
  void theSnapLengthLeavesGapsThatCountAsTruncated() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    byte[] octets = "head".getBytes(StandardCharsets.ISO_8859_1);
    traffic.send(true, 0, A, 0, octets, 100);
    traffic.send(true, 200, A, 0, octets, 100);
    traffic.send(true, 100, A, 0, octets, 100);
    traffic.send(true, 50, A, 0, octets, 100);
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.client.toString()).isEqualTo("head<96>head<96>head<96>");
    assertThat(flow.stats.client().truncated()).isEqualTo(4 * 96);
    assertThat(flow.stats.client().missing()).isZero();
    assertThat(traffic.recorded.kinds()).containsExactly(AnomalyKind.TRUNCATED_PACKET);
  }

  @Test
  void tooMuchHeldForcesAGap() {
    TcpTraffic traffic = new TcpTraffic(limits(1_000, 1 << 20)).handshake();
    for (int i = 0; i < 20; i++) {
      traffic.client(10 + i, 0, "" + (char) ('a' + i));
    }
    assertThat(traffic.recorded.only().client.toString()).startsWith("<10>abc");
    assertThat(traffic.recorded.kinds())
        .containsExactly(AnomalyKind.LIMIT_REACHED, AnomalyKind.TCP_GAP);
    assertThat(traffic.table.stats().outOfOrder()).isEqualTo(1);
  }

  @Test
  void tooMuchHeldOverAllForcesAGapInTheOneThatBringsMore() {
    TcpTraffic traffic = new TcpTraffic(limits(1 << 20, 1_000));
    for (int i = 0; i < 20; i++) {
      traffic.clientPort = 50_000 + i;
      traffic.send(true, -1, S, 0, "").client(5, 0, "x");
    }
    long given = traffic.recorded.flows.stream().filter(flow -> !flow.client.isEmpty()).count();
    assertThat(given).isEqualTo(13);
    traffic.finish();
    assertThat(traffic.recorded.flows).allMatch(flow -> flow.client.toString().equals("<5>x"));
  }

  @Test
  void synAndFinMayCarryOctets() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.send(true, -1, S, 0, "ab").send(false, -1, S | A, 2, "");
    traffic.send(true, 2, F | A, 0, "cd").send(false, 0, F | A, 5, "yz");
    traffic.client(5, 3, "");
    RecordedFlows.Recorded flow = traffic.recorded.only();
    assertThat(flow.client.toString()).isEqualTo("abcd");
    assertThat(flow.server.toString()).isEqualTo("yz");
  }

  @Test
  void theEndIsTheAcknowledgementOfTheSecondFin() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").send(true, 3, F | A, 0, "").send(false, 0, F | A, 4, "");
    assertThat(traffic.recorded.only().stats).isNull();
    traffic.client(4, 1, "");
    RecordedFlows.Recorded flow = traffic.recorded.only();
    assertThat(flow.stats.reason()).isEqualTo(EndReason.FIN);
    assertThat(flow.ended.packet()).isEqualTo(7);
    assertThat(flow.stats.client().packets()).isEqualTo(5);
  }

  @Test
  void aFinBehindAHoleWaits() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.send(true, 3, F | A, 0, "def").send(false, 0, F | A, 0, "").client(7, 1, "");
    traffic.client(0, 1, "abc").server(1, 7, "");
    RecordedFlows.Recorded flow = traffic.recorded.only();
    assertThat(flow.client.toString()).isEqualTo("abcdef");
    assertThat(flow.stats.reason()).isEqualTo(EndReason.FIN);
  }

  @Test
  void aFinIsForgottenWhenItsSenderGoesOn() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").send(true, 3, F | A, 0, "").client(3, 0, "def").server(0, 6, "");
    assertThat(traffic.finish().only().client.toString()).isEqualTo("abcdef");
  }

  @Test
  void aRstEndsAfterWhatWasHeld() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").client(6, 0, "ghi").send(false, 0, R, 0, "");
    RecordedFlows.Recorded flow = traffic.recorded.only();
    assertThat(flow.client.toString()).isEqualTo("abc<3>ghi");
    assertThat(flow.stats.reason()).isEqualTo(EndReason.RST);
  }

  @Test
  void aRstFromFarAwayIsNone() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").send(false, 1 << 28, R, 0, "").client(3, 0, "def");
    assertThat(traffic.finish().only().client.toString()).isEqualTo("abcdef");
  }

  @Test
  void aKeepAliveFirstLeavesNoHole() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.client(-1, 0, "").server(0, 0, "").client(0, 0, "abc").server(0, 3, "ok");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.calls).containsExactly("C:abc", "S:ok");
  }

  private static Limits limits(int outOfOrder, long total) {
    return new Limits(
        100,
        Duration.ofMinutes(15),
        10,
        Duration.ofSeconds(30),
        outOfOrder,
        total,
        1 << 20,
        64,
        1,
        1,
        1,
        1,
        1);
  }
}
