package io.smbscope.capture.live;

import io.smbscope.capture.CaptureException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that becomes another user; prints what each of its threads then is. */
final class DropsRights {
  private DropsRights() {}

  public static void main(String[] arguments) throws IOException {
    try (PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
      try {
        Rights.drop(arguments[0]);
        out.println("dropped");
      } catch (CaptureException refusal) {
        out.println(refusal.getMessage());
        return;
      }
      try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
        for (Path thread : threads) {
          out.print(Files.readString(thread.resolve("status")));
        }
      }
    }
  }
}
