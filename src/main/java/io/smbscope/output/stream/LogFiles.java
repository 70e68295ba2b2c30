package io.smbscope.output.stream;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How the files of all outputs are kept: whether they go on where they ended, when the next ones
 * are begun, and when somebody moved them away and wants new ones. {@link #reopen} may be called
 * from any thread.
 */
public final class LogFiles {
  /** What stands in each file before its first line and behind its last, as whole lines. */
  public interface Edges {
    /** None. */
    Edges NONE =
        new Edges() {
          @Override
          public byte[] head() {
            return new byte[0];
          }

          @Override
          public byte[] foot() {
            return new byte[0];
          }
        };

    byte[] head();

    byte[] foot();
  }

  private final boolean continued;
  private final long octets;
  private final long nanos;
  private final int keep;
  private final AtomicInteger reopenings = new AtomicInteger();

  private LogFiles(boolean continued, long octets, long nanos, int keep) {
    this.continued = continued;
    this.octets = octets;
    this.nanos = nanos;
    this.keep = keep;
  }

  /** Files that replace what was there, each written once. */
  public static LogFiles once() {
    return new LogFiles(false, 0, 0, 0);
  }

  /**
   * Files that are written for weeks, behind what was there. The file with the next lines always
   * has the name that the user gave; full ones are renamed to {@code eve-00001.json} and on.
   *
   * @param octets after which the next file is begun, 0 for none
   * @param seconds after which the next file is begun, 0 for none
   * @param keep full files kept of each output, the oldest are deleted; 0 for all
   */
  public static LogFiles continued(long octets, long seconds, int keep) {
    return new LogFiles(true, octets, TimeUnit.SECONDS.toNanos(seconds), keep);
  }

  /** Opens one. */
  public LineTarget open(Path path, Edges edges) throws IOException {
    return new FileTarget(path, edges, this);
  }

  /** Asks all to open the files by their names again, as logrotate(8) wants it. */
  public void reopen() {
    reopenings.incrementAndGet();
  }

  /** How often that was asked for. */
  int reopenings() {
    return reopenings.get();
  }

  /** Whether they are written for weeks, whatever happens to the disk. */
  public boolean isContinued() {
    return continued;
  }

  /** Whether the next file is begun at all. */
  boolean rotates() {
    return octets > 0 || nanos > 0;
  }

  /** Full files kept. */
  int keep() {
    return keep;
  }

  /**
   * Whether the next file is due.
   *
   * @param size octets of the present one with the line that comes
   * @param begun {@link System#nanoTime} when it was begun
   */
  boolean isDue(long size, long begun) {
    return (octets > 0 && size > octets) || (nanos > 0 && System.nanoTime() - begun >= nanos);
  }
}
