package io.smbscope.output.stream;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Lines to standard output, whole lines at a time. It waits for its reader, as programs in a pipe
 * do, and fails when that has gone.
 */
final class StandardOutputTarget implements LineTarget {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int used;
  private int held;
  private long lost;

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
    held++;
    if (length < BUFFER) {
      System.arraycopy(line, 0, buffer, used, length);
      used += length;
      buffer[used++] = '\n';
    } else {
      write(line, length);
      buffer[used++] = '\n';
    }
  }

  private void drain() throws IOException {
    int length = used;
    used = 0;
    write(buffer, length);
    held = 0;
  }

  private void write(byte[] octets, int length) throws IOException {
    try {
      out.write(octets, 0, length);
      // It keeps its failures to itself.
      if (out instanceof PrintStream print && print.checkError()) {
        throw new IOException("standard output is closed or full");
      }
    } catch (IOException e) {
      lost += held;
      held = 0;
      throw e;
    }
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

  @Override
  public long lost() {
    return lost;
  }
}
