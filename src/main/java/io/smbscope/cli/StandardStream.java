package io.smbscope.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output or standard error, buffered. */
final class StandardStream extends PrintStream {
  private static final int BUFFER = 1 << 16;

  /** What it prints to. */
  private final OutputStream octets;

  StandardStream(FileDescriptor descriptor) {
    this(new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER));
  }

  StandardStream(OutputStream octets) {
    super(octets, false, StandardCharsets.UTF_8);
    this.octets = octets;
  }

  /** The same stream, but one that says why it fails: printing keeps that to itself. */
  OutputStream octets() {
    return octets;
  }
}
