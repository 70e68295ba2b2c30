package io.smbscope.output.stream;

import io.smbscope.base.FileSeries;
import io.smbscope.output.LineTarget;
import io.smbscope.output.stream.LogFiles.Edges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lines into a file, written by the caller's thread. While the disk is full, lines are lost once
 * the buffer is full too; the file ends with a whole line meanwhile, and goes on when there is
 * room. When the next file is due, or the file was moved away and is asked for anew, lines go on in
 * a new one. A named pipe waits for its reader as the shell's redirections do, and ends with it.
 */
final class FileTarget implements LineTarget {
  private static final int BUFFER = 1 << 18;

  /** While the disk is full, not every line may cost an attempt. */
  private static final long RETRY_NANOS = 100_000_000;

  private final Path path;
  private final Edges edges;
  private final LogFiles files;

  /** Null when it does not rotate. */
  private final FileSeries series;

  private LogFile file;

  /** Lines not written yet, of the first perhaps only the end. */
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  private int held;

  /** The file ends within a line, whose end is in the buffer. */
  private boolean torn;

  /** The present file has lines, or will have. */
  private boolean used;

  private long begun;
  private int reopenings;
  private boolean full;
  private long failed;
  private final AtomicLong lost = new AtomicLong();
  private volatile String trouble;

  FileTarget(Path path, Edges edges, LogFiles files) throws IOException {
    this.path = path;
    this.edges = edges;
    this.files = files;
    this.reopenings = files.reopenings();
    begin(LogFile.open(path, files.isContinued()));
    boolean rotates = files.rotates() && file.isRegular();
    series = rotates ? new FileSeries(path, "", files.keep()) : null;
  }

  private void begin(LogFile next) {
    file = next;
    used = false;
    begun = System.nanoTime();
    byte[] head = edges.head();
    for (byte octet : head) {
      held += octet == '\n' ? 1 : 0;
    }
    buffer.put(head);
  }

  @Override
  public void line(byte[] line, int length, String key) throws IOException {
    lookForNext(length + 1);
    if (length >= buffer.remaining() && !makeRoom(length + 1)) {
      lost.incrementAndGet();
      return;
    }
    buffer.put(line, 0, length).put((byte) '\n');
    held++;
    used = true;
  }

  private boolean makeRoom(int needed) throws IOException {
    if (full && System.nanoTime() - failed < RETRY_NANOS) {
      return false;
    }
    drain();
    if (needed > buffer.capacity() && held == 0) {
      buffer = ByteBuffer.allocate(needed);
    }
    return needed <= buffer.remaining();
  }

  private void drain() throws IOException {
    buffer.flip();
    try {
      file.append(buffer);
      full = false;
      held = 0;
      torn = false;
    } catch (IOException e) {
      if (file.isPipe()) {
        throw e;
      }
      failed(e);
      keepRest();
    } finally {
      buffer.compact();
    }
  }

  private void failed(IOException e) {
    full = true;
    failed = System.nanoTime();
    trouble = e.getMessage();
  }

  /** Keeps what was not written, from the begin of a line where the file can be cut back there. */
  private void keepRest() {
    int written = buffer.position();
    int begin = torn ? -1 : 0;
    for (int i = 0; i < written; i++) {
      if (buffer.get(i) == '\n') {
        held--;
        begin = i + 1;
      }
    }
    torn = begin != written;
    if (torn && begin >= 0 && file.cutBack(written - begin)) {
      buffer.position(begin);
      torn = false;
    }
  }

  /** Goes on in another file when there is a reason to, and all of this one can be written. */
  private void lookForNext(int more) throws IOException {
    boolean moved = reopenings != files.reopenings();
    boolean due =
        series != null && used && files.isDue(file.size() + buffer.position() + more, begun);
    if ((!moved && !due) || (full && System.nanoTime() - failed < RETRY_NANOS)) {
      return;
    }
    drain();
    if (full) {
      return;
    }
    try {
      if (moved) {
        reopenings = files.reopenings();
        if (file.isRegular() && !file.isAt(path)) {
          next();
        }
      } else {
        // The next attempt, should this fail, is not at the next line.
        begun = System.nanoTime();
        Files.move(path, series.next());
        next();
      }
    } catch (IOException e) {
      trouble = e.getMessage();
    }
  }

  private void next() throws IOException {
    LogFile next = LogFile.open(path, true);
    try (LogFile last = file) {
      last.append(ByteBuffer.wrap(edges.foot()));
    } catch (IOException e) {
      // It ends without its end, as it does when the machine stops.
      trouble = e.getMessage();
    }
    begin(next);
  }

  @Override
  public void flush() throws IOException {
    lookForNext(0);
    if (held > 0) {
      drain();
    }
  }

  @Override
  public void close() throws IOException {
    if (!file.isOpen()) {
      return;
    }
    try {
      if (held > 0) {
        drain();
      }
      if (!full) {
        buffer.put(edges.foot());
        drain();
      }
    } finally {
      lost.addAndGet(held);
      held = 0;
      file.close();
    }
  }

  @Override
  public long lost() {
    return lost.get();
  }

  @Override
  public String trouble() {
    return trouble;
  }
}
