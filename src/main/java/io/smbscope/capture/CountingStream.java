package io.smbscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Counts what is read through it, and gives back the octets that told what it is. */
final class CountingStream extends BulkStream {
  private final InputStream stream;
  private final byte[] first;
  private int taken;
  private long count;

  /** Reads up to {@code peek} octets ahead; closes {@code stream} with itself. */
  CountingStream(InputStream stream, int peek) throws IOException {
    this.stream = stream;
    // Not by readNBytes, which on Java 17 asks a pipe for its position and so fails.
    byte[] ahead = new byte[peek];
    int there = 0;
    int read = 0;
    while (there < peek && read >= 0) {
      there += read;
      read = stream.read(ahead, there, peek - there);
    }
    first = Arrays.copyOf(ahead, there);
  }

  /** The octets read ahead; fewer when the stream has no more. */
  byte[] first() {
    return first.clone();
  }

  long count() {
    return count;
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    int read;
    if (taken < first.length) {
      read = Math.min(length, first.length - taken);
      System.arraycopy(first, taken, octets, offset, read);
      taken += read;
    } else {
      read = stream.read(octets, offset, length);
    }
    count += Math.max(0, read);
    return read;
  }

  @Override
  public int available() throws IOException {
    return taken < first.length ? first.length - taken : stream.available();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
