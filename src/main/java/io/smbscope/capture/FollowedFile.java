package io.smbscope.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.function.BooleanSupplier;

/**
 * A file that somebody still writes, as a stream that waits at the end for more. It ends when it is
 * told to, or when the reading thread is interrupted.
 */
final class FollowedFile extends BulkStream {
  private static final long PAUSE_MILLIS = 50;

  private final FileChannel file;
  private final BooleanSupplier stop;

  /**
   * Closes {@code file} with itself.
   *
   * @param stop asked whenever there is nothing more to read
   */
  FollowedFile(FileChannel file, BooleanSupplier stop) {
    this.file = file;
    this.stop = stop;
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ByteBuffer target = ByteBuffer.wrap(octets, offset, length);
    try {
      while (true) {
        // Asked before reading: what was written before the stop is still read.
        boolean last = stop.getAsBoolean();
        int count = file.read(target);
        if (count > 0) {
          return count;
        }
        if (last) {
          return -1;
        }
        if (file.size() < file.position()) {
          throw new IOException("the file became shorter");
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (ClosedChannelException interrupted) {
      return -1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public int available() throws IOException {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, file.size() - file.position()));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
