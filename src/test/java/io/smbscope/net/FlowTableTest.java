package io.smbscope.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowStats.EndReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which flows there are, who opened them, and when they are over. */
class FlowTableTest {
  private static final int F = Segment.FIN;
  private static final int S = Segment.SYN;
  private static final int R = Segment.RST;
  private static final int A = Segment.ACK;

  @Test
  void theSenderOfTheSynIsTheClient() {
    FlowInfo info = new TcpTraffic().handshake().finish().only().info;
    assertThat(info.id()).isEqualTo(1);
    assertThat(info.tcp()).isTrue();
    assertThat(info.client()).hasToString("10.0.0.1");
    assertThat(info.clientPort()).isEqualTo(50_000);
    assertThat(info.server()).hasToString("10.0.0.2");
    assertThat(info.serverPort()).isEqualTo(445);
    assertThat(info.midstream()).isFalse();
  }

  @Test
  void evenWhenOnlyTheAnswerToItWasCaptured() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.serverPort = 50_001;
    traffic.clientPort = 445;
    traffic.send(false, -1, S | A, 0, "").client(0, 0, "abc");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.info.clientPort()).isEqualTo(445);
    assertThat(flow.info.midstream()).isFalse();
    assertThat(flow.client.toString()).isEqualTo("abc");
  }

  @Test
  void withoutSynTheServerIsWhoHasOurPort() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.server(0, 0, "abc").client(0, 3, "def");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.info.serverPort()).isEqualTo(445);
    assertThat(flow.info.midstream()).isTrue();
    assertThat(flow.calls).containsExactly("S:abc", "C:def");
  }

  @Test
  void orWhoDidNotBegin() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.clientPort = 139;
    traffic.server(0, 0, "abc");
    assertThat(traffic.finish().only().info.clientPort()).isEqualTo(445);
  }

  @Test
  void anAttemptNobodyAnsweredIsAFlow() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.send(true, -1, S, 0, "").pass(1).send(true, -1, S, 0, "");
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.calls).isEmpty();
    assertThat(flow.stats.reason()).isEqualTo(EndReason.END_OF_CAPTURE);
    assertThat(flow.stats.client().packets()).isEqualTo(2);
    assertThat(flow.stats.server().packets()).isZero();
  }

  @Test
  void aRefusedAttemptEndsWithItsRst() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.send(true, -1, S, 0, "").send(false, -1, R | A, 0, "");
    assertThat(traffic.recorded.only().stats.reason()).isEqualTo(EndReason.RST);
    traffic.send(true, -1, S, 0, "").send(false, -1, R | A, 0, "");
    assertThat(traffic.recorded.flows).hasSize(1);
    traffic.clientIsn += 77;
    traffic.send(true, -1, S, 0, "");
    assertThat(traffic.recorded.flows).hasSize(2);
  }

  @Test
  void aNewSynBeginsAnewAfterTheEnd() {
    TcpTraffic traffic = closed();
    traffic.clientIsn += 100_000;
    traffic.serverIsn += 100_000;
    traffic.handshake().client(0, 0, "new");
    List<RecordedFlows.Recorded> flows = traffic.finish().flows;
    assertThat(flows).hasSize(2);
    assertThat(flows.get(0).stats.reason()).isEqualTo(EndReason.FIN);
    assertThat(flows.get(1).client.toString()).isEqualTo("new");
    assertThat(flows.get(1).info.id()).isEqualTo(7);
  }

  @Test
  void aNewSynBeginsAnewWhenItIsAnswered() {
    TcpTraffic traffic = new TcpTraffic().handshake().client(0, 0, "old");
    traffic.clientIsn += 100_000;
    traffic.serverIsn += 100_000;
    traffic.handshake().client(0, 0, "new").server(0, 3, "yes");
    List<RecordedFlows.Recorded> flows = traffic.finish().flows;
    assertThat(flows).hasSize(2);
    assertThat(flows.get(0).stats.reason()).isEqualTo(EndReason.REUSED);
    assertThat(flows.get(0).client.toString()).isEqualTo("old");
    assertThat(flows.get(1).calls).containsExactly("C:new", "S:yes");
    assertThat(flows.get(1).info.midstream()).isFalse();
    assertThat(flows.get(1).info.clientPort()).isEqualTo(50_000);
  }

  @Test
  void orWhenItsSenderGoesOnFromIt() {
    TcpTraffic traffic = new TcpTraffic().handshake().client(0, 0, "old");
    traffic.clientIsn += 100_000;
    traffic.serverIsn += 100_000;
    traffic.send(true, -1, S, 0, "").client(0, 0, "new").server(0, 3, "yes");
    assertThat(traffic.finish().flows.get(1).calls).containsExactly("C:new", "S:yes");
  }

  @Test
  void aSynThatIsNotAnsweredChangesNothing() {
    TcpTraffic traffic = new TcpTraffic().handshake().client(0, 0, "abc");
    traffic.clientIsn += 100_000;
    traffic.send(true, -1, S, 0, "forged");
    traffic.clientIsn -= 100_000;
    traffic.server(0, 3, "x").client(3, 1, "def").server(1, 6, "y");
    assertThat(traffic.finish().only().calls).containsExactly("C:abc", "S:x", "C:def", "S:y");
  }

  @Test
  void aSynBeginsAnewWhenTheLastWasNeverAnswered() {
    TcpTraffic traffic = new TcpTraffic();
    for (int i = 0; i < 3; i++) {
      traffic.clientIsn += 100_000;
      traffic.send(true, -1, S, 0, "");
    }
    assertThat(traffic.finish().flows)
        .extracting(flow -> flow.stats.reason())
        .containsExactly(EndReason.REUSED, EndReason.REUSED, EndReason.END_OF_CAPTURE);
  }

  @Test
  void whatComesLateOpensNothing() {
    TcpTraffic traffic = closed();
    traffic.send(true, 0, F | A, 0, "").client(1, 1, "").send(false, 0, F | A, 1, "");
    traffic.send(true, 1, R, 0, "").pass(100).server(0, 1, "").send(true, -1, S, 0, "");
    assertThat(traffic.finish().flows).hasSize(1);
    TcpTraffic later = closed();
    later.pass(121).server(0, 1, "");
    assertThat(later.finish().flows).hasSize(2);
  }

  @Test
  void whatWasUnderWayWhenARstCameOpensNothing() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.server(0, 0, "abc").send(true, 0, R, 3, "").server(3, 0, "def").server(6, 0, "ghi");
    assertThat(traffic.finish().only().server.toString()).isEqualTo("abc");
  }

  @Test
  void aForgedRstDoesNotSilenceItsSender() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.client(0, 0, "abc").send(true, 3, R, 0, "").client(3, 0, "def").client(6, 0, "ghi");
    List<RecordedFlows.Recorded> flows = traffic.finish().flows;
    assertThat(flows).hasSize(2);
    assertThat(flows.get(1).info.midstream()).isTrue();
    assertThat(flows.get(1).client.toString()).isEqualTo("defghi");
  }

  @Test
  void idleFlowsEndInTheOrderOfTheirIds() {
    TcpTraffic traffic = new TcpTraffic();
    for (int i = 0; i < 3; i++) {
      traffic.clientPort = 50_000 + i;
      traffic.handshake();
    }
    traffic.clientPort = 50_000;
    traffic.client(0, 0, "a");
    traffic.pass(Duration.ofMinutes(15).toSeconds() + 1);
    traffic.table.tick(99, traffic.nanos);
    assertThat(traffic.recorded.ends).containsExactly(1L, 4L, 7L);
    assertThat(traffic.recorded.flows)
        .allMatch(flow -> flow.stats.reason() == EndReason.IDLE)
        .allMatch(flow -> flow.ended.packet() == 99);
  }

  @Test
  void anIdleFlowIsAnotherWhenItGoesOnWithoutATickBetween() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.pass(Duration.ofMinutes(15).toSeconds() + 1).client(0, 0, "abc");
    List<RecordedFlows.Recorded> flows = traffic.finish().flows;
    assertThat(flows.get(0).stats.reason()).isEqualTo(EndReason.IDLE);
    assertThat(flows.get(1).client.toString()).isEqualTo("abc");
  }

  @Test
  void aFullTableEvictsWhoWasQuietLongest() {
    TcpTraffic traffic = new TcpTraffic(limits(3, 1 << 20));
    for (int i = 0; i < 3; i++) {
      traffic.clientPort = 50_000 + i;
      traffic.handshake();
    }
    traffic.clientPort = 50_000;
    traffic.client(0, 0, "a");
    for (int i = 3; i < 5; i++) {
      traffic.clientPort = 50_000 + i;
      traffic.handshake();
    }
    assertThat(traffic.recorded.ends).containsExactly(4L, 7L);
    assertThat(traffic.recorded.kinds()).containsExactly(AnomalyKind.LIMIT_REACHED);
    assertThat(traffic.table.stats().evicted()).isEqualTo(2);
    assertThat(traffic.table.stats().tcp()).isEqualTo(5);
  }

  @Test
  void aConnectionThatIsOverGoesFirst() {
    TcpTraffic traffic = new TcpTraffic(limits(2, 1 << 20)).handshake();
    traffic.clientPort++;
    traffic.handshake().send(true, 0, R, 0, "");
    traffic.clientPort++;
    traffic.handshake();
    assertThat(traffic.recorded.flows.get(0).ended).isNull();
    assertThat(traffic.recorded.anomalies).isEmpty();
  }

  @Test
  void whatEndedFlowsHeldIsGivenBack() {
    TcpTraffic traffic = new TcpTraffic(limits(1_000, 1_000));
    for (int i = 0; i < 100; i++) {
      traffic.clientPort = 50_000 + i;
      traffic.handshake().client(5, 0, "held").send(false, 0, R, 0, "");
    }
    traffic.clientPort++;
    traffic.handshake().client(3, 0, "def").client(0, 0, "abc");
    assertThat(traffic.recorded.flows.get(100).client.toString()).isEqualTo("abcdef");
    assertThat(traffic.table.stats().outOfOrder()).isZero();
  }

  @Test
  void aUdpConversationIsBothDirections() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.serverPort = 137;
    traffic.table.segment(datagram(traffic, true, 20, 20));
    traffic.table.segment(datagram(traffic, false, 30, 90));
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(flow.info.tcp()).isFalse();
    assertThat(flow.info.serverPort()).isEqualTo(137);
    assertThat(flow.calls).hasSize(2);
    assertThat(flow.stats.client().bytes()).isEqualTo(20);
    assertThat(flow.stats.server().bytes()).isEqualTo(90);
    assertThat(flow.stats.server().truncated()).isEqualTo(60);
    assertThat(traffic.recorded.kinds()).containsExactly(AnomalyKind.TRUNCATED_PACKET);
    assertThat(traffic.table.stats().udp()).isEqualTo(1);
  }

  @Test
  void tcpAndUdpOnTheSamePortsAreTwoFlows() {
    TcpTraffic traffic = new TcpTraffic();
    traffic.serverPort = 139;
    traffic.clientPort = 137;
    traffic.handshake();
    traffic.table.segment(datagram(traffic, true, 20, 20));
    assertThat(traffic.finish().flows).hasSize(2);
  }

  @Test
  void flowsAreFoundAgainAmongMany() {
    TcpTraffic traffic = new TcpTraffic();
    for (int round = 0; round < 3; round++) {
      for (int port = 1; port < 2_000; port++) {
        traffic.clientPort = port + 1_000;
        traffic.client(round, 0, "x").server(round, 0, "y");
      }
    }
    assertThat(traffic.finish().flows)
        .hasSize(1_999)
        .allMatch(flow -> flow.client.length() == 3 && flow.server.length() == 3);
    assertThat(traffic.recorded.ends).isSorted();
    traffic.table.finish(new Stamp(0, 0));
    assertThat(traffic.recorded.ends).hasSize(1_999);
  }

  @Test
  void whatTheLinkLayerSaidIsInTheInfo() {
    TcpTraffic traffic = new TcpTraffic();
    Segment segment = traffic.segment(false, 0, A, 0, new byte[1], 1);
    segment.sourceMac = 0xA;
    segment.destinationMac = 0xB;
    segment.addVlan(5);
    segment.addVlan(4_095);
    segment.addEncapsulation(Encapsulation.GRE);
    segment.addEncapsulation(Encapsulation.VXLAN);
    traffic.table.segment(segment);
    FlowInfo info = traffic.finish().only().info;
    assertThat(info.clientMac()).isEqualTo(0xB);
    assertThat(info.serverMac()).isEqualTo(0xA);
    assertThat(info.vlans()).containsExactly(5, 4_095);
    assertThat(info.encapsulations()).containsExactly("gre", "vxlan");
  }

  @Test
  void eachSideTellsWhereItsFirstPacketCameFrom() {
    TcpTraffic traffic = new TcpTraffic();
    for (int i = 0; i < 4; i++) {
      boolean fromClient = i % 2 == 0;
      Segment segment = traffic.segment(fromClient, 0, A, i / 2, new byte[1], i + 1);
      segment.sourceMac = i + 1L;
      segment.addVlan(10 * (i + 1));
      traffic.table.segment(segment);
    }
    FlowStats stats = traffic.finish().only().stats;
    assertThat(stats.client().mac()).isEqualTo(1);
    assertThat(stats.client().vlans()).containsExactly(10);
    assertThat(stats.server().mac()).isEqualTo(2);
    assertThat(stats.server().vlans()).containsExactly(20);
  }

  private static TcpTraffic closed() {
    TcpTraffic traffic = new TcpTraffic().handshake();
    traffic.send(true, 0, F | A, 0, "").send(false, 0, F | A, 1, "").client(1, 1, "");
    assertThat(traffic.recorded.only().stats).isNotNull();
    return traffic;
  }

  private static Segment datagram(
      TcpTraffic traffic, boolean fromClient, int length, int wireLength) {
    Segment segment = traffic.segment(fromClient, 0, 0, 0, new byte[length], wireLength);
    segment.tcp = false;
    return segment;
  }

  private static Limits limits(int flows, long total) {
    return new Limits(
        flows,
        Duration.ofMinutes(15),
        10,
        Duration.ofSeconds(30),
        1 << 20,
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
