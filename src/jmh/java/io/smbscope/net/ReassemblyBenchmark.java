package io.smbscope.net;

import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.capture.Packet;
import io.smbscope.capture.Window;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One packet from the wire to the flow's handler: Ethernet, IPv4, TCP, in order. Every third packet
 * is the other side's acknowledgement.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReassemblyBenchmark {
  private static final int PAYLOAD = 1_448;
  private static final int HEADERS = 14 + 20 + 20;
  private static final int SLOT = HEADERS + PAYLOAD;
  private static final int SLOTS = 3 * 1_024;
  private static final int PORT = 14 + 20;
  private static final int SEQUENCE = PORT + 4;

  /** Connections the packets belong to, one after the other. */
  @Param({"1", "1024"})
  public int connections;

  private final Packet packet = new Packet();
  private final Segment segment = new Segment();
  private final PacketDecoder decoder =
      new PacketDecoder(Limits.DEFAULT, Ports.DEFAULT, anomaly -> {});
  private final FlowTable table =
      new FlowTable(Limits.DEFAULT, Ports.DEFAULT, (at, info) -> new Sum(), anomaly -> {});
  private ByteBuffer buffer;
  private int[] sent;
  private int slot;

  /** Does nothing much with what it gets. */
  private static final class Sum implements FlowHandler {
    private long octets;

    @Override
    public void data(
        boolean fromClient,
        ByteBuffer buffer,
        int offset,
        int length,
        int wireLength,
        long packet,
        long nanos) {
      octets += length;
    }

    @Override
    public void gap(boolean fromClient, long missing, Stamp at) {
      throw new IllegalStateException("gap of " + missing + " after " + octets);
    }

    @Override
    public void end(Stamp at, FlowStats stats) {}
  }

  /** Lays the packets out. */
  @Setup
  public void layOut() {
    buffer = ByteBuffer.allocateDirect(SLOT * SLOTS);
    sent = new int[connections];
    for (int i = 0; i < SLOTS; i++) {
      int port = 40_000 + i / 3 % connections;
      boolean ack = i % 3 == 2;
      PacketBuilder builder = new PacketBuilder().ethernet();
      byte[] octets =
          ack
              ? builder.ipv4("10.0.0.2", "10.0.0.1").tcp(445, port, 0, 0, Segment.ACK).build()
              : builder
                  .ipv4("10.0.0.1", "10.0.0.2")
                  .tcp(port, 445, 0, 0, Segment.ACK)
                  .payload(new byte[PAYLOAD])
                  .build();
      buffer.put(i * SLOT, octets);
    }
    packet.window = new Window(buffer, () -> {});
    packet.linkType = PacketBuilder.LINKTYPE_ETHERNET;
  }

  /** From packet to segment. */
  @Benchmark
  public boolean decode() {
    next();
    return decoder.decode(packet, segment);
  }

  /** From packet to handler. */
  @Benchmark
  public void decodeAndReassemble() {
    int current = slot;
    int connection = current / 3 % connections;
    int at = current * SLOT + SEQUENCE;
    if (current % 3 == 2) {
      buffer.putInt(at + 4, sent[connection]);
    } else {
      buffer.putInt(at, sent[connection]);
      sent[connection] += PAYLOAD;
    }
    next();
    if (decoder.decode(packet, segment)) {
      table.segment(segment);
    }
  }

  private void next() {
    boolean ack = slot % 3 == 2;
    packet.number++;
    packet.nanos += 1_000;
    packet.offset = slot * SLOT;
    packet.length = ack ? 60 : SLOT;
    packet.wireLength = packet.length;
    slot = slot + 1 == SLOTS ? 0 : slot + 1;
  }
}
