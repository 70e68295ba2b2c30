package io.smbscope.output.stream;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** An open file or named pipe that octets are appended to. */
final class LogFile implements Closeable {
  private static final int FILE_TYPE = 0xF000;
  private static final int NAMED_PIPE = 0x1000;
  private static final int LOOK_BACK = 1 << 16;

  private final FileChannel channel;
  private final boolean regular;
  private final boolean pipe;

  /** Tells the file from another of the same name; null where the system cannot. */
  private final Object key;

  /** Octets of it. */
  private long size;

  private LogFile(Path path, FileChannel channel) throws IOException {
    this.channel = channel;
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    this.regular = attributes.isRegularFile();
    this.pipe = isPipe(path);
    this.key = attributes.fileKey();
    this.size = regular ? channel.size() : 0;
  }

  /**
   * Makes the file where there is none.
   *
   * @param continued what was there stays, but for a last line that is not whole
   */
  static LogFile open(Path path, boolean continued) throws IOException {
    boolean goesOn = continued && (!Files.exists(path) || Files.isRegularFile(path));
    Set<OpenOption> options =
        goesOn
            ? Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)
            : Set.of(
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    FileChannel channel = FileChannel.open(path, options);
    try {
      if (goesOn) {
        channel.truncate(wholeLines(channel));
        channel.position(channel.size());
      }
      return new LogFile(path, channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Octets up to the last line feed. */
  private static long wholeLines(FileChannel channel) throws IOException {
    ByteBuffer part = ByteBuffer.allocate(LOOK_BACK);
    long end = channel.size();
    while (end > 0) {
      long from = Math.max(0, end - LOOK_BACK);
      part.clear().limit((int) (end - from));
      while (part.hasRemaining() && channel.read(part, from + part.position()) >= 0) {}
      for (int i = part.position() - 1; i >= 0; i--) {
        if (part.get(i) == '\n') {
          return from + i + 1;
        }
      }
      end = from;
    }
    return 0;
  }

  private static boolean isPipe(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        && ((int) Files.getAttribute(path, "unix:mode") & FILE_TYPE) == NAMED_PIPE;
  }

  /** Appends all that remains; where that fails, the buffer says how far it came. */
  void append(ByteBuffer octets) throws IOException {
    while (octets.hasRemaining()) {
      size += channel.write(octets);
    }
  }

  /** Takes the last octets away, unless others write to the file too. */
  boolean cutBack(int octets) {
    try {
      long end = channel.size();
      if (channel.position() != end) {
        return false;
      }
      channel.truncate(end - octets);
      size -= octets;
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the path still names it. */
  boolean isAt(Path path) throws IOException {
    try {
      Object there = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      return key == null || key.equals(there);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  long size() {
    return size;
  }

  boolean isRegular() {
    return regular;
  }

  boolean isPipe() {
    return pipe;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
