package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;

/** A file as the rows of {@code smb_files} and {@code smb_cmd} tell it, changed by each command. */
final class SmbFile {
  /** What was done last; the names are Zeek's values of {@code action} behind {@code SMB::}. */
  enum Action {
    FILE_READ(false),
    FILE_WRITE(false),
    FILE_OPEN(true),
    FILE_CLOSE(false),
    FILE_DELETE(true),
    FILE_RENAME(true),
    FILE_SET_ATTRIBUTE(false),
    PIPE_READ(false),
    PIPE_WRITE(false),
    PIPE_OPEN(false),
    PIPE_CLOSE(false),
    PRINT_READ(false),
    PRINT_WRITE(false),
    PRINT_OPEN(true),
    PRINT_CLOSE(true);

    /** As it stands in a log. */
    final String text = "SMB::" + name();

    /** It makes a row of {@code smb_files}. */
    final boolean logged;

    Action(boolean logged) {
      this.logged = logged;
    }
  }

  /** Times as FILETIME. */
  record Times(long modified, long accessed, long created, long changed) {
    // Written out: it is asked for with each row, and makes every start faster.
    @Override
    public boolean equals(Object other) {
      return other instanceof Times times
          && modified == times.modified
          && accessed == times.accessed
          && created == times.created
          && changed == times.changed;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(modified + 31 * (accessed + 31 * (created + 31 * changed)));
    }
  }

  /** The message that first told of it. */
  final Stamp first;

  /** Null until content of it was seen. */
  String fuid;

  /** Null until something was done with it. */
  Action action;

  /** Of the share; null when not known. */
  String path;

  /** Null when not known. */
  String name;

  /** Octets, unsigned, when it was opened. */
  long size;

  /** Null until it is renamed. */
  String formerName;

  /** Null when the server told none. */
  Times times;

  SmbFile(Stamp first) {
    this.first = first;
  }

  /** Of all its texts. */
  int characters() {
    return (name == null ? 0 : name.length()) + (formerName == null ? 0 : formerName.length());
  }
}
