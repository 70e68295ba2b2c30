package io.smbscope.dissect.rpc;

import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** UUIDs, whose first parts are in the sender's byte order. C706 A.1 */
final class RpcUuid {
  static final int LENGTH = 16;

  private RpcUuid() {}

  /** Shows the one that is here, passes and returns it. */
  static UUID show(Walk walk, Field field, boolean littleEndian) {
    walk.peek(LENGTH - 1, 1);
    int place = walk.place();
    byte[] octets = walk.take(LENGTH).octets().copy();
    UUID uuid = of(octets, littleEndian);
    walk.tree().value(field, octets(uuid), place, LENGTH);
    return uuid;
  }

  private static UUID of(byte[] octets, boolean littleEndian) {
    ByteBuffer parts =
        ByteBuffer.wrap(octets)
            .order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long high =
        (parts.getInt() & 0xFFFFFFFFL) << 32
            | (parts.getShort() & 0xFFFFL) << 16
            | (parts.getShort() & 0xFFFFL);
    return new UUID(high, parts.order(ByteOrder.BIG_ENDIAN).getLong());
  }

  /** As little-endian senders write it, which is how a field holds it. */
  static byte[] octets(UUID uuid) {
    long high = uuid.getMostSignificantBits();
    return ByteBuffer.allocate(LENGTH)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) (high >>> 32))
        .putShort((short) (high >>> 16))
        .putShort((short) high)
        .order(ByteOrder.BIG_ENDIAN)
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }
}
