package io.smbscope.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected letters: the documentation of {@code history} in Zeek's conn.log. */
class FlowHistoryTest {
  private static final int A = Segment.ACK;

  private final TcpTraffic traffic = new TcpTraffic();

  @Test
  void aWholeConnection() {
    traffic.handshake().client(0, 0, "question").server(0, 8, "answer").client(8, 6, "");
    traffic.server(6, 8, "");
    traffic.send(true, 8, Segment.FIN | A, 6, "").send(false, 6, Segment.FIN | A, 9, "");
    traffic.client(9, 7, "");
    FlowStats stats = stats();
    assertThat(stats.history()).isEqualTo("ShADdaFf");
    assertThat(stats.last()).isEqualTo(traffic.now());
    assertThat(stats.client().packets()).isEqualTo(6);
    assertThat(stats.client().ipBytes()).isEqualTo(6 * 40 + 8);
    assertThat(stats.client().frameBytes()).isEqualTo(6 * 54 + 8);
    assertThat(stats.client().streamBytes()).isEqualTo(8);
    assertThat(stats.client().tcpFlags()).isEqualTo(Segment.SYN | Segment.FIN | A);
    assertThat(stats.server().streamBytes()).isEqualTo(6);
  }

  @Test
  void anAttemptWithoutAnswer() {
    traffic.send(true, -1, Segment.SYN, -1, "").send(true, -1, Segment.SYN, -1, "");
    assertThat(stats().history()).isEqualTo("S");
  }

  @Test
  void aRefusedAttempt() {
    traffic.send(true, -1, Segment.SYN, -1, "").send(false, -1, Segment.RST | A, 0, "");
    assertThat(stats().history()).isEqualTo("Sr");
  }

  @Test
  void octetsSentBeforeAndOctetsMissing() {
    traffic.handshake().client(0, 0, "one").client(0, 0, "one").client(5, 0, "three");
    traffic.server(0, 10, "");
    FlowStats stats = stats();
    assertThat(stats.history()).isEqualTo("ShADTaG");
    assertThat(stats.client().bytes()).isEqualTo(11);
    assertThat(stats.client().streamBytes()).isEqualTo(10);
    assertThat(stats.client().missing()).isEqualTo(2);
  }

  @Test
  void theTenthRepetitionIsTold() {
    traffic.handshake().client(0, 0, "one");
    for (int i = 0; i < 12; i++) {
      traffic.client(0, 0, "one");
    }
    assertThat(stats().history()).isEqualTo("ShADTT");
  }

  @Test
  void aWindowOfZero() {
    traffic.handshake();
    Segment full = traffic.segment(false, 0, A, 0, new byte[0], 0);
    full.advertisedWindow = 0;
    traffic.table.segment(full);
    assertThat(stats().history()).isEqualTo("ShAaw");
  }

  @Test
  void senselessFlags() {
    traffic.handshake().send(true, 0, Segment.SYN | Segment.FIN, 0, "");
    assertThat(stats().history()).startsWith("ShAQ");
  }

  @Test
  void itsLengthIsBounded() {
    traffic.handshake();
    for (int i = 0; i < 1_000; i++) {
      traffic.send(true, 100 + i, Segment.FIN | A, 0, "");
    }
    assertThat(stats().history()).hasSize(65).endsWith("FX");
  }

  private FlowStats stats() {
    return traffic.finish().only().stats;
  }
}
