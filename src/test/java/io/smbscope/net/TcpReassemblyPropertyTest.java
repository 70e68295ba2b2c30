package io.smbscope.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for reassembly whatever the network and the capture do to the packets. */
class TcpReassemblyPropertyTest {
  private static final int A = Segment.ACK;
  private static final int LONGEST = 4_000;

  /** One packet of a conversation as it was sent. */
  private record Sent(boolean fromClient, int position, int length, int acknowledges) {}

  /** A packet and where the capture put it. */
  private record Placed(Sent sent, double place) {}

  @Property(tries = 200)
  void anySegmentationOrderAndRepetitionGivesTheSameConversation(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 8) int window) {
    List<Sent> conversation = conversation(random);
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < conversation.size(); i++) {
      Sent sent = conversation.get(i);
      placed.add(new Placed(sent, i + random.nextDouble() * window));
      if (random.nextInt(6) == 0) {
        placed.add(new Placed(sent, i + random.nextDouble() * window));
      }
      if (random.nextInt(8) == 0 && sent.length() > 1) {
        placed.add(new Placed(overlapping(sent, random), i + random.nextInt(30)));
      }
    }
    placed.sort(Comparator.comparingDouble(Placed::place));
    TcpTraffic traffic = traffic(random, Limits.DEFAULT);
    placed.forEach(packet -> send(traffic, packet.sent(), 0));
    RecordedFlows.Recorded flow = traffic.finish().only();
    assertThat(turns(flow)).isEqualTo(turnsSent(conversation));
    assertThat(traffic.recorded.anomalies).isEmpty();
    assertThat(flow.stats.client().gaps() + flow.stats.server().gaps()).isZero();
  }

  @Property(tries = 200)
  void whateverIsLostWhatIsHandedOnStandsWhereItStood(
      @ForAll Random random,
      @ForAll @IntRange(min = 0, max = 40) int window,
      @ForAll @IntRange(min = 1, max = 90) int lost) {
    List<Placed> placed = new ArrayList<>();
    List<Sent> conversation = conversation(random);
    for (int i = 0; i < conversation.size(); i++) {
      if (random.nextInt(100) >= lost) {
        placed.add(new Placed(conversation.get(i), i + random.nextDouble() * window));
      }
      if (random.nextInt(6) == 0) {
        placed.add(new Placed(conversation.get(i), i + random.nextInt(30)));
      }
    }
    placed.sort(Comparator.comparingDouble(Placed::place));
    int octets = random.nextBoolean() ? 8 << 20 : 2_000;
    TcpTraffic traffic = traffic(random, limits(octets));
    for (Placed packet : placed) {
      int cut = random.nextInt(4) == 0 ? random.nextInt(50) : 0;
      send(traffic, packet.sent(), cut);
      traffic.nanos += random.nextInt(20) == 0 ? 300_000_000L : 0;
    }
    RecordedFlows.Recorded flow = traffic.finish().only();
    long[] at = new long[2];
    for (String call : flow.calls) {
      int side = call.charAt(0) == 'C' ? 0 : 1;
      if (call.charAt(1) == '-') {
        at[side] += Long.parseLong(call.substring(2));
        continue;
      }
      for (char octet : call.substring(2).toCharArray()) {
        assertThat((int) octet).isEqualTo(octetAt(side == 0, at[side]++) & 0xFF);
      }
    }
    assertThat(flow.stats.client().overlapConflicts()).isZero();
    assertThat(flow.stats.server().overlapConflicts()).isZero();
  }

  @Property(tries = 50)
  void anySegmentsAtAllEndWithoutException(@ForAll Random random) {
    RecordedFlows first = new RecordedFlows();
    RecordedFlows second = new RecordedFlows();
    List<Segment> segments = new ArrayList<>();
    TcpTraffic traffic = new TcpTraffic();
    byte[] payload = new byte[200];
    for (int i = 0; i < 400; i++) {
      traffic.clientPort = 50_000 + random.nextInt(3);
      int near = random.nextInt(10) == 0 ? random.nextInt() : random.nextInt(400) - 20;
      int ack = random.nextInt(10) == 0 ? random.nextInt() : random.nextInt(400) - 20;
      int flags = random.nextInt(4) == 0 ? random.nextInt(32) : A;
      int length = random.nextInt(3) * random.nextInt(60);
      random.nextBytes(payload);
      segments.add(
          traffic.segment(random.nextBoolean(), near, flags, ack, payload.clone(), payload.length));
      Segment segment = segments.get(i);
      segment.length = length;
      segment.wireLength = length + random.nextInt(2) * random.nextInt(100);
      traffic.nanos += random.nextInt(10) == 0 ? 100_000_000_000L : 0;
    }
    for (RecordedFlows recorded : List.of(first, second)) {
      FlowTable table = new FlowTable(limits(500), Ports.DEFAULT, recorded, recorded);
      segments.forEach(table::segment);
      table.finish(new Stamp(traffic.packet, traffic.nanos));
      assertThat(recorded.flows).allMatch(flow -> flow.ended != null);
    }
    assertThat(first.anomalies).isEqualTo(second.anomalies);
    assertThat(calls(first)).isEqualTo(calls(second));
  }

  private static List<String> calls(RecordedFlows recorded) {
    return recorded.flows.stream().map(f -> f.info + " " + f.calls + " " + f.stats).toList();
  }

  /** A few requests and responses, each in segments of any size, as the sender put them out. */
  private static List<Sent> conversation(Random random) {
    List<Sent> packets = new ArrayList<>();
    int[] sent = new int[2];
    int turns = 1 + random.nextInt(12);
    for (int turn = 0; turn < turns; turn++) {
      int side = turn & 1;
      int end = sent[side] + 1 + random.nextInt(random.nextInt(10) == 0 ? LONGEST : 100);
      while (sent[side] < end) {
        int length = Math.min(end - sent[side], 1 + random.nextInt(random.nextInt(300) + 1));
        packets.add(new Sent(side == 0, sent[side], length, sent[1 - side]));
        sent[side] += length;
        if (random.nextInt(3) == 0) {
          packets.add(new Sent(side == 1, sent[1 - side], 0, sent[side]));
        }
      }
    }
    return packets;
  }

  /** The same octets and some before or behind which were sent by then. */
  private static Sent overlapping(Sent sent, Random random) {
    int from = Math.max(0, sent.position() - random.nextInt(200));
    int to = sent.position() + 1 + random.nextInt(sent.length());
    return new Sent(sent.fromClient(), from, to - from, sent.acknowledges());
  }

  private static TcpTraffic traffic(Random random, Limits limits) {
    TcpTraffic traffic = new TcpTraffic(limits);
    traffic.clientIsn = random.nextBoolean() ? -random.nextInt(2_000) : random.nextInt();
    traffic.serverIsn = random.nextBoolean() ? -random.nextInt(2_000) : random.nextInt();
    return traffic.handshake();
  }

  private static void send(TcpTraffic traffic, Sent sent, int cut) {
    int length = Math.max(0, sent.length() - cut);
    ByteBuffer payload = ByteBuffer.allocate(length);
    for (int i = 0; i < length; i++) {
      payload.put(octetAt(sent.fromClient(), sent.position() + i));
    }
    traffic.send(
        sent.fromClient(), sent.position(), A, sent.acknowledges(), payload.array(), sent.length());
  }

  private static byte octetAt(boolean fromClient, long position) {
    return (byte) (position * 31 + (position >>> 8) * 17 + (fromClient ? 7 : 100));
  }

  private static List<String> turns(RecordedFlows.Recorded flow) {
    List<String> turns = new ArrayList<>();
    for (String call : flow.calls) {
      append(turns, call);
    }
    return turns;
  }

  private static List<String> turnsSent(List<Sent> conversation) {
    List<String> turns = new ArrayList<>();
    for (Sent sent : conversation) {
      StringBuilder call = new StringBuilder(sent.fromClient() ? "C:" : "S:");
      for (int i = 0; i < sent.length(); i++) {
        call.append((char) (octetAt(sent.fromClient(), sent.position() + i) & 0xFF));
      }
      if (sent.length() > 0) {
        append(turns, call.toString());
      }
    }
    return turns;
  }

  private static void append(List<String> turns, String call) {
    int last = turns.size() - 1;
    if (last >= 0 && turns.get(last).charAt(0) == call.charAt(0)) {
      turns.set(last, turns.get(last) + call.substring(2));
    } else {
      turns.add(call);
    }
  }

  private static Limits limits(int outOfOrder) {
    return new Limits(
        100,
        Duration.ofMinutes(15),
        10,
        Duration.ofSeconds(30),
        outOfOrder,
        1 << 20,
        1 << 20,
        64,
        1,
        1,
        1,
        1,
        1);
  }
}
