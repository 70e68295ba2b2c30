package io.smbscope.capture.live;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that has all of what is appended at once, or nothing of it. */
final class WholeBlocksFile implements Closeable {
  private final FileChannel channel;
  private long size;

  private WholeBlocksFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Begins an empty file; what was there before is gone. */
  static WholeBlocksFile create(Path path) throws IOException {
    return new WholeBlocksFile(
        FileChannel.open(
            path,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING));
  }

  /**
   * Appends all that remains in both buffers.
   *
   * @throws IOException when that cannot be; the file is then as it was
   */
  void append(ByteBuffer first, ByteBuffer second) throws IOException {
    long more = (long) first.remaining() + second.remaining();
    ByteBuffer[] both = {first, second};
    boolean complete = false;
    try {
      while (first.hasRemaining() || second.hasRemaining()) {
        channel.write(both);
      }
      complete = true;
      size += more;
    } finally {
      if (!complete) {
        channel.truncate(size);
      }
    }
  }

  long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
