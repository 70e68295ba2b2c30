package io.smbscope.cli;

import io.smbscope.capture.PcapWriter;
import io.smbscope.net.PacketBuilder;
import io.smbscope.net.Segment;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A capture, made as it is read, of more connections than can be followed at once, all of which
 * leave something to be remembered.
 */
final class Flood extends InputStream {
  private static final int CONNECTIONS = 40_000;
  private static final int SEGMENT = 1_400;
  private static final int SEGMENTS = 12;
  private static final int SMB2_HEADER = 64;
  private static final int CREATE = 5;
  private static final int CLIENT_ISN = 1_000;
  private static final int SERVER_ISN = 5_000;
  private static final int CREATES = 400;
  private static final int FILE_HEADER = 24;

  private final Iterator<byte[]> packets;
  private ByteBuffer rest = ByteBuffer.wrap(new PcapWriter(PcapWriter.RAW_IP).toBytes());
  private long nanos;

  private Flood(IntFunction<List<byte[]>> payloads, int start) {
    packets =
        IntStream.range(0, CONNECTIONS)
            .boxed()
            .flatMap(number -> connection(number, payloads.apply(number), start))
            .iterator();
  }

  /** One for each thing to be remembered, by name. */
  static Map<String, Flood> all() {
    byte[] segment = new byte[SEGMENT];
    List<byte[]> segments = IntStream.range(0, SEGMENTS).mapToObj(i -> segment).toList();
    byte[] longMessage = message(CREATE, SEGMENT - Integer.BYTES);
    ByteBuffer.wrap(longMessage).putInt(0, SEGMENT * SEGMENTS * 2);
    List<byte[]> unfinished = Stream.concat(Stream.of(longMessage), segments.stream()).toList();
    List<byte[]> creates =
        IntStream.range(0, CREATES).mapToObj(i -> message(CREATE, SMB2_HEADER + 600)).toList();
    return Map.of(
        "connections", new Flood(number -> List.of(message(0, SMB2_HEADER + 40)), 0),
        "octets behind a gap", new Flood(number -> segments, 100),
        "messages never finished", new Flood(number -> unfinished, 0),
        "requests never answered", new Flood(n -> n % 100 == 0 ? creates : List.of(), 0));
  }

  private static byte[] message(int command, int length) {
    return ByteBuffer.allocate(Integer.BYTES + length)
        .putInt(length)
        .put(new byte[] {(byte) 0xFE, 'S', 'M', 'B', SMB2_HEADER, 0})
        .put(Integer.BYTES + 12, (byte) command)
        .put(Integer.BYTES + 40, (byte) 7)
        .put(Integer.BYTES + SMB2_HEADER, (byte) (command == CREATE ? 57 : 36))
        .array();
  }

  private static Stream<byte[]> connection(int number, List<byte[]> payloads, int start) {
    String client = "11." + (number >>> 16) + "." + (number >>> 8 & 0xFF) + "." + (number & 0xFF);
    Stream.Builder<byte[]> packets = Stream.builder();
    send(packets, client, true, 0, Segment.SYN, new byte[0]);
    send(packets, client, false, 0, Segment.SYN | Segment.ACK, new byte[0]);
    int position = start;
    for (int i = 0; i < payloads.size(); i++) {
      byte[] payload = payloads.get(i);
      if (payload.length > SMB2_HEADER && payload[4] == (byte) 0xFE) {
        payload = payload.clone();
        ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).putLong(Integer.BYTES + 24, i);
      }
      send(packets, client, true, 1 + position, Segment.ACK, payload);
      position += payload.length;
    }
    return packets.build();
  }

  private static void send(
      Consumer<byte[]> packets,
      String client,
      boolean fromClient,
      int position,
      int flags,
      byte[] payload) {
    PacketBuilder packet = new PacketBuilder();
    if (fromClient) {
      packet
          .ipv4(client, "10.0.0.1")
          .tcp(50_000, 445, CLIENT_ISN + position, SERVER_ISN + 1, flags);
    } else {
      packet.ipv4("10.0.0.1", client).tcp(445, 50_000, SERVER_ISN, CLIENT_ISN + 1, flags);
    }
    packets.accept(packet.payload(payload).build());
  }

  @Override
  public int read() {
    byte[] octet = new byte[1];
    return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (!rest.hasRemaining()) {
      if (!packets.hasNext()) {
        return -1;
      }
      nanos += 1_000;
      byte[] file = new PcapWriter(PcapWriter.RAW_IP).add(nanos, packets.next()).toBytes();
      rest = ByteBuffer.wrap(file).position(FILE_HEADER);
    }
    int count = Math.min(length, rest.remaining());
    rest.get(into, offset, count);
    return count;
  }
}
