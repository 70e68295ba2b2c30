package io.smbscope.capture.live;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.smbscope.capture.CaptureException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the process may do. */
public final class Rights {
  private static final Path THREADS = Path.of("/proc/self/task");

  private Rights() {}

  /**
   * Becomes another user, for good: groups first, since only root may set them, the user last. The
   * C library does it for all threads. Interfaces that are open stay open.
   *
   * @throws CaptureException when it cannot be done, or did not take; one line for the user
   */
  public static void drop(String userName) throws CaptureException {
    if (Platform.isWindows()) {
      throw new CaptureException("--user: not on Windows");
    }
    Pointer entry = PosixFunctions.getpwnam(userName);
    if (entry == null) {
      throw new CaptureException("--user: no such user: " + userName);
    }
    // struct passwd begins with two pointers, name and password, and the two numbers.
    int user = entry.getInt(2L * Native.POINTER_SIZE);
    int group = entry.getInt(2L * Native.POINTER_SIZE + 4);
    if (user == 0) {
      throw new CaptureException("--user: " + userName + " is root");
    }
    if (PosixFunctions.getuid() == user && PosixFunctions.geteuid() == user) {
      return;
    }
    if (PosixFunctions.geteuid() != 0) {
      throw new CaptureException("--user: only root can become " + userName);
    }
    boolean done =
        PosixFunctions.initgroups(userName, group) == 0
            && PosixFunctions.setgid(group) == 0
            && PosixFunctions.setuid(user) == 0;
    if (!done || !took(user, group)) {
      throw new CaptureException("--user: cannot become " + userName);
    }
  }

  private static boolean took(int user, int group) {
    return PosixFunctions.getuid() == user
        && PosixFunctions.geteuid() == user
        && PosixFunctions.getgid() == group
        && PosixFunctions.getegid() == group
        && PosixFunctions.setuid(0) != 0
        && PosixFunctions.setgid(0) != 0
        && !keepsCapabilities();
  }

  /** Whether a thread has a capability of Linux's left. */
  private static boolean keepsCapabilities() {
    if (!Platform.isLinux()) {
      return false;
    }
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        if (keepsCapabilities(thread.resolve("status"))) {
          return true;
        }
      }
      return false;
    } catch (IOException unknown) {
      return true;
    }
  }

  private static boolean keepsCapabilities(Path status) throws IOException {
    try {
      for (String line : Files.readAllLines(status)) {
        boolean counts =
            line.startsWith("CapPrm:") || line.startsWith("CapEff:") || line.startsWith("CapAmb:");
        if (counts && !line.substring(7).isBlank() && !line.substring(7).strip().matches("0+")) {
          return true;
        }
      }
      return false;
    } catch (NoSuchFileException ended) {
      return false;
    }
  }
}
