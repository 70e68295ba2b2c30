package io.smbscope.output.stream;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.util.List;

/** The same lines to several targets, so that they are made once. */
public final class Fanout implements LineTarget {
  private final List<LineTarget> targets;

  public Fanout(List<LineTarget> targets) {
    this.targets = List.copyOf(targets);
  }

  @Override
  public void line(byte[] line, int length, String key) throws IOException {
    for (LineTarget target : targets) {
      target.line(line, length, key);
    }
  }

  @Override
  public long lost() {
    return targets.stream().mapToLong(LineTarget::lost).sum();
  }

  @Override
  public void flush() throws IOException {
    for (LineTarget target : targets) {
      target.flush();
    }
  }

  /** Closes all, even if one cannot be. */
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (LineTarget target : targets) {
      try {
        target.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
