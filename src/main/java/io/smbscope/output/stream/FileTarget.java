package io.smbscope.output.stream;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lines into a file, written by the caller's thread. While the disk is full, lines are lost once
 * the buffer is full too; the file ends with a whole line meanwhile, and goes on when there is
 * room. A named pipe waits for its reader as the shell's redirections do, and ends with it.
 */
final class FileTarget implements LineTarget {
  private static final int BUFFER = 1 << 18;

  /** While the disk is full, not every line may cost an attempt. */
  private static final long RETRY_NANOS = 100_000_000;

  private static final int FILE_TYPE = 0xF000;
  private static final int NAMED_PIPE = 0x1000;

  private final FileChannel channel;
  private final boolean pipe;

  /** Lines not written yet, of the first perhaps only the end. */
  private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

  private int held;

  /** The file ends within a line, whose end is in the buffer. */
  private boolean torn;

  private boolean full;
  private long failed;
  private long lost;
  private String trouble;

  /** Makes the file, or empties it. */
  FileTarget(Path path) throws IOException {
    channel =
        FileChannel.open(
            path,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
    pipe = isPipe(path);
  }

  private static boolean isPipe(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((int) Files.getAttribute(path, "unix:mode") & FILE_TYPE) == NAMED_PIPE;
  }

  @Override
  public void line(byte[] line, int length, String key) throws IOException {
    if (length >= buffer.remaining() && !makeRoom(length + 1)) {
      lost++;
      return;
    }
    buffer.put(line, 0, length).put((byte) '\n');
    held++;
  }

  private boolean makeRoom(int needed) throws IOException {
    if (full && System.nanoTime() - failed < RETRY_NANOS) {
      return false;
    }
    drain();
    if (needed > buffer.capacity() && held == 0) {
      buffer = ByteBuffer.allocateDirect(needed);
    }
    return needed <= buffer.remaining();
  }

  private void drain() throws IOException {
    buffer.flip();
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      full = false;
      held = 0;
      torn = false;
    } catch (IOException e) {
      if (pipe) {
        throw e;
      }
      full = true;
      failed = System.nanoTime();
      trouble = e.getMessage();
      keepRest();
    } finally {
      buffer.compact();
    }
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
    if (torn && begin >= 0 && cutBack(written - begin)) {
      buffer.position(begin);
      torn = false;
    }
  }

  /** Takes the file's last octets away, unless others write to it too. */
  private boolean cutBack(int octets) {
    try {
      long size = channel.size();
      if (channel.position() != size) {
        return false;
      }
      channel.truncate(size - octets);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void flush() throws IOException {
    if (held > 0) {
      drain();
    }
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      flush();
    } finally {
      lost += held;
      held = 0;
    }
  }

  @Override
  public long lost() {
    return lost;
  }

  @Override
  public String trouble() {
    return trouble;
  }
}
