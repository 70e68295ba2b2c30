package io.smbscope.capture;

/** An input that could not be opened as asked. The message does not name it. */
final class NotOpened extends Exception {
  private static final long serialVersionUID = 1L;

  NotOpened(String message, Throwable cause) {
    super(message, cause);
  }

  NotOpened(String message) {
    super(message);
  }
}
