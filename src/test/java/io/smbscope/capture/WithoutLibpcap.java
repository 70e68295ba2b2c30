package io.smbscope.capture;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A process that asks for a filter; prints the refusal. */
final class WithoutLibpcap {
  static final int REFUSED = 42;

  private WithoutLibpcap() {}

  public static void main(String[] arguments) throws IOException {
    try {
      CaptureFiles.filtered(List.of("-"), "arp").close();
    } catch (CaptureException refusal) {
      try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
        out.write(refusal.getMessage().getBytes(StandardCharsets.UTF_8));
      }
      System.exit(REFUSED);
    }
  }
}
