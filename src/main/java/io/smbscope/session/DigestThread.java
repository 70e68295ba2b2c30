package io.smbscope.session;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Does in their order the tasks that one other thread gives it. */
final class DigestThread {
  /** Tasks waiting: what gives them waits behind that. */
  private static final int WAITING = 32;

  private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(WAITING);

  /** Only the thread itself reads and sets it. */
  private boolean over;

  DigestThread(String name) {
    Thread thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  void put(Runnable task) {
    uninterrupted(() -> tasks.put(task));
  }

  void end() {
    put(() -> over = true);
  }

  private void run() {
    while (!over) {
      uninterrupted(() -> tasks.take().run());
    }
  }

  /** Waits for something. */
  interface Wait {
    void run() throws InterruptedException;
  }

  /** An interruption is kept for whoever looks for it next. */
  static void uninterrupted(Wait wait) {
    boolean interrupted = false;
    while (true) {
      try {
        wait.run();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
