package io.smbscope.netbios;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/** Builds frames for tests, by the specifications and not by the code under test. */
final class Frames {
  static final byte[] KEEP_ALIVE = frame(0x85, new byte[0]);
  static final byte[] EMPTY_MESSAGE = frame(0x00, new byte[0]);

  private Frames() {}

  static byte[] frame(int type, byte[] payload) {
    return ByteBuffer.allocate(4 + payload.length)
        .putInt((type << 24) | payload.length)
        .put(payload)
        .array();
  }

  /** An SMB2 READ response header with {@code body} random octets behind it. */
  static byte[] smb2(int body, long seed) {
    byte[] message = random(64 + body, seed);
    ByteBuffer header = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, 0x424D53FE).putShort(4, (short) 64).putShort(12, (short) 8).putInt(20, 0);
    return message;
  }

  /** An SMB1 NT_CREATE_ANDX request header, 24 words, {@code body} random octets. */
  static byte[] smb1(int body, long seed) {
    byte[] message = random(32 + 1 + 48 + 2 + body, seed);
    ByteBuffer.wrap(message).putInt(0, 0xFF534D42).put(4, (byte) 0xA2).put(32, (byte) 24);
    return message;
  }

  /** An encrypted message. */
  static byte[] transform(int body, long seed) {
    byte[] message = random(52 + body, seed);
    ByteBuffer header = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, 0x424D53FD).putInt(36, body).putShort(42, (short) 1);
    return message;
  }

  /** A compressed message, LZ77. */
  static byte[] compressed(int body, long seed) {
    byte[] message = random(16 + body, seed);
    ByteBuffer header = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0, 0x424D53FC).putInt(4, 4 * body + 1).putShort(8, (short) 2);
    header.putShort(10, (short) 0);
    return message;
  }

  static byte[] random(int length, long seed) {
    byte[] octets = new byte[length];
    new Random(seed).nextBytes(octets);
    return octets;
  }

  static byte[] concat(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
