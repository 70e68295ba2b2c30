package io.smbscope.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps the lines that an output writes, and their keys. */
public final class CollectedLines implements LineTarget {
  public final List<String> lines = new ArrayList<>();
  public final List<String> keys = new ArrayList<>();
  private boolean closed;

  @Override
  public void line(byte[] line, int length, String key) {
    lines.add(new String(line, 0, length, StandardCharsets.UTF_8));
    keys.add(key);
  }

  public boolean closed() {
    return closed;
  }

  @Override
  public long lost() {
    return 0;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    closed = true;
  }
}
