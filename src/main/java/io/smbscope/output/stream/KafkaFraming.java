package io.smbscope.output.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A record of Kafka: length of the key (two octets, 0xFFFF when there is none), key, line. */
final class KafkaFraming implements Framing {
  private static final int NO_KEY = 0xFFFF;
  private static final int HEAD = 2;

  @Override
  public boolean frame(byte[] line, int length, String key, Frame frame) {
    if (key == null) {
      frame.put(NO_KEY >> 8).put(NO_KEY);
    } else {
      byte[] octets = key.getBytes(StandardCharsets.UTF_8);
      int kept = Math.min(octets.length, NO_KEY - 1);
      frame.put(kept >> 8).put(kept).put(octets, kept);
    }
    frame.put(line, length);
    return true;
  }

  /** The key of the chunk's next frame. */
  static byte[] key(Chunk chunk) {
    int length = keyLength(chunk);
    int start = chunk.nextStart() + HEAD;
    return length == NO_KEY ? null : Arrays.copyOfRange(chunk.octets(), start, start + length);
  }

  /** The line of the chunk's next frame. */
  static byte[] line(Chunk chunk) {
    int length = keyLength(chunk);
    int start = chunk.nextStart() + HEAD + (length == NO_KEY ? 0 : length);
    return Arrays.copyOfRange(chunk.octets(), start, chunk.nextEnd());
  }

  private static int keyLength(Chunk chunk) {
    int start = chunk.nextStart();
    return (chunk.octets()[start] & 0xFF) << 8 | (chunk.octets()[start + 1] & 0xFF);
  }
}
