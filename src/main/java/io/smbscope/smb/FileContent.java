package io.smbscope.smb;

/** How much of what READ responses and WRITE requests carry of files is handed on. */
public enum FileContent {
  NONE,

  /** The first {@value #START_OCTETS} octets of each message. */
  START,

  WHOLE;

  /** Enough to tell a file's type by. */
  public static final int START_OCTETS = 4096;
}
