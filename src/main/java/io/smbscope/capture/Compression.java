package io.smbscope.capture;

import java.io.IOException;
import java.io.InputStream;

/** How an input is compressed, told by its first octets and never by its name. */
enum Compression {
  NONE {
    @Override
    InputStream open(InputStream stored) {
      return stored;
    }
  },
  GZIP {
    @Override
    InputStream open(InputStream stored) {
      return new GzipMembers(stored);
    }
  },
  ZSTD {
    @Override
    InputStream open(InputStream stored) throws IOException {
      return ZstdFrames.open(stored);
    }
  },
  LZ4 {
    @Override
    InputStream open(InputStream stored) {
      return new Lz4Frames(stored);
    }
  };

  /** Octets that {@link #of} wants to see. */
  static final int MAGIC_OCTETS = 4;

  /** Decompresses {@code stored}, which it closes with itself. */
  abstract InputStream open(InputStream stored) throws IOException;

  /** By the first octets of an input; fewer than {@link #MAGIC_OCTETS} are of none. */
  static Compression of(byte[] first) {
    if (first.length < MAGIC_OCTETS) {
      return NONE;
    }
    int magic = LittleEndian.u32(first, 0);
    if ((magic & 0xFFFF) == GzipMembers.MAGIC) {
      return GZIP;
    }
    if (magic == Lz4Frames.MAGIC) {
      return LZ4;
    }
    return magic == ZstdFrames.MAGIC || SkippableFrame.is(magic) ? ZSTD : NONE;
  }
}
