package io.smbscope.capture;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * A regular file, mapped piece by piece. A piece begins at the record that did not fit in the one
 * before, so records near a border lie in two pieces, and each wholly in one. A piece is unmapped
 * as soon as nobody holds it.
 */
final class MappedInput extends WindowedInput {
  /**
   * Octets mapped at once. A walk over 670 MB takes as long with 4 to 64 MiB and longer below; the
   * resident memory grows with it.
   */
  static final int WINDOW = 8 << 20;

  private final FileMapping mapping = FileMapping.ofThisJava();
  private final FileChannel file;
  private final long size;
  private final int windowSize;

  /** Closes {@code file} with itself; maps at least {@code windowSize} octets at once. */
  MappedInput(FileChannel file, int windowSize) throws IOException {
    this.file = file;
    this.size = file.size();
    this.windowSize = windowSize;
  }

  @Override
  boolean slide(int needed) throws IOException {
    if (rest() < needed) {
      return false;
    }
    long from = offset();
    int length = (int) Math.min(rest(), Math.max(windowSize, needed));
    show(mapping.map(file, from, length), from, length);
    return true;
  }

  @Override
  long skip(long count) {
    if (count > rest()) {
      return count - rest();
    }
    if (count <= end - at) {
      at += (int) count;
    } else {
      jump(count);
    }
    return 0;
  }

  @Override
  long rest() {
    return size - offset();
  }

  @Override
  boolean unfinished() {
    return false;
  }

  @Override
  String unit() {
    return "byte";
  }

  @Override
  long position() {
    return offset();
  }

  @Override
  public void close() throws IOException {
    release();
    file.close();
  }
}
