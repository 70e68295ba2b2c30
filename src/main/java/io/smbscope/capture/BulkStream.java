package io.smbscope.capture;

import java.io.IOException;
import java.io.InputStream;

/** A stream made to be read many octets at a time. */
abstract class BulkStream extends InputStream {
  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public abstract int read(byte[] octets, int offset, int length) throws IOException;
}
