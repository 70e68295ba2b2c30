package io.smbscope.smb;

/** How much of what READ responses and WRITE requests carry of files is handed on. */
public enum FileContent {
  NONE(0),

  /** The first octets of each message, enough to know a program by. */
  HEAD(16),

  /** The first octets of each message, enough to tell a file's type by. */
  START(4096),

  WHOLE(Integer.MAX_VALUE);

  private final int octets;

  FileContent(int octets) {
    this.octets = octets;
  }

  /** At most so many of each message. */
  public int octets() {
    return octets;
  }
}
