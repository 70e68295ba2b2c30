package io.smbscope.dissect.smb2;

/**
 * A file or pipe while it is open. Equal only to itself: what belongs together has it in common.
 */
final class Open {
  private final String name;
  private long lastFrame = Long.MAX_VALUE;

  /**
   * @param name as CREATE gave it; null when that was not heard
   */
  Open(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** In which it was closed. */
  long lastFrame() {
    return lastFrame;
  }

  void closed(long frame) {
    lastFrame = frame;
  }
}
