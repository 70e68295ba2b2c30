package io.smbscope.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * What signals do while something runs that must come to its end: the first SIGINT or SIGTERM asks
 * for the end, the second ends the process at once; SIGHUP and SIGUSR1 do not end it.
 */
final class Interrupts implements AutoCloseable {
  private static final String HANG_UP = "HUP";
  private static final String USER = "USR1";
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  /** As shells say it of a process that SIGINT ended. */
  private static final int INTERRUPTED = 130;

  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * From now on.
   *
   * @param first run on another thread
   */
  void first(Runnable first) {
    SIGNALS.forEach(signal -> Signals.register(signal, () -> interrupted(first)));
  }

  /**
   * From now on.
   *
   * @param each run on another thread, each time
   */
  void hangUp(Runnable each) {
    Signals.register(HANG_UP, each);
  }

  /**
   * From now on.
   *
   * @param each run on another thread, each time
   */
  void user(Runnable each) {
    Signals.register(USER, each);
  }

  private void interrupted(Runnable first) {
    if (asked.compareAndSet(false, true)) {
      first.run();
    } else {
      Runtime.getRuntime().halt(INTERRUPTED);
    }
  }

  /** Lets the signals do again what they usually do. */
  @Override
  public void close() {
    SIGNALS.forEach(Signals::registerDefault);
    Signals.registerDefault(HANG_UP);
    Signals.registerDefault(USER);
  }
}
