package io.smbscope.capture;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;

/** zstd (RFC 8878), all frames of a file one after the other, by the library of its authors. */
final class ZstdFrames {
  static final int MAGIC = 0xFD2FB528;

  private ZstdFrames() {}

  /** Decompresses {@code stored}, which is closed with what this returns. */
  static InputStream open(InputStream stored) throws IOException {
    try {
      return new ZstdInputStreamNoFinalizer(stored);
    } catch (LinkageError missing) {
      // An unknown platform, or a temporary directory from which nothing may be run.
      throw new IOException("zstd's native library does not load: " + missing, missing);
    }
  }
}
