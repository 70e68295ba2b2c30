package io.smbscope.output.stream;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Lines to standard output, whole lines at a time. It waits for its reader, as programs in a pipe
 * do, and fails when that has gone.
 */
final class StandardOutputTarget implements LineTarget {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int used;

  /**
   * @param out not closed with this target
   */
  StandardOutputTarget(OutputStream out) {
    this.out = out;
  }

  @Override
  public void line(byte[] line, int length, String key) throws IOException {
    if (length >= BUFFER - used) {
      drain();
    }
    if (length < BUFFER) {
      System.arraycopy(line, 0, buffer, used, length);
      used += length;
      buffer[used++] = '\n';
    } else {
      out.write(line, 0, length);
      buffer[used++] = '\n';
    }
  }

  private void drain() throws IOException {
    int length = used;
    used = 0;
    out.write(buffer, 0, length);
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  /** None: what it cannot write it throws. */
  @Override
  public long lost() {
    return 0;
  }
}
