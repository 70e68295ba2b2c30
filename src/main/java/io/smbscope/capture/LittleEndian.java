package io.smbscope.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers in octets, as all compressed formats have them. */
final class LittleEndian {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private LittleEndian() {}

  static int u16(byte[] octets, int at) {
    return (octets[at] & 0xFF) | (octets[at + 1] & 0xFF) << 8;
  }

  static int u32(byte[] octets, int at) {
    return (int) INT.get(octets, at);
  }

  /** Reads exactly {@code length} octets. */
  static void readFully(InputStream in, byte[] octets, int offset, int length) throws IOException {
    if (in.readNBytes(octets, offset, length) < length) {
      throw early();
    }
  }

  static EOFException early() {
    return new EOFException("the compressed data ends early");
  }
}
