package io.smbscope.output.stream;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the lines given to another; asked by any thread. */
public final class CountedTarget implements LineTarget {
  private final LineTarget target;
  private final AtomicLong given = new AtomicLong();

  public CountedTarget(LineTarget target) {
    this.target = target;
  }

  @Override
  public void line(byte[] line, int length, String key) throws IOException {
    given.lazySet(given.get() + 1);
    target.line(line, length, key);
  }

  /** Lines given so far, those lost among them. */
  public long given() {
    return given.get();
  }

  @Override
  public long lost() {
    return target.lost();
  }

  @Override
  public String trouble() {
    return target.trouble();
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
