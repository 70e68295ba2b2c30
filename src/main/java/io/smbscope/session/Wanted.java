package io.smbscope.session;

import io.smbscope.smb.FileContent;
import java.util.Set;

/**
 * What the sinks of an analysis want beyond what always is told.
 *
 * @param commands each SMB command and each name service message as an event
 * @param contents what was read from and written to each file as an event
 * @param digests of contents: {@code md5}, {@code sha1}, {@code sha256}
 */
public record Wanted(boolean commands, boolean contents, Set<String> digests) {
  /** Nothing more. */
  public static final Wanted NOTHING = new Wanted(false, false, Set.of());

  /** How much of files' octets the contents need. */
  public FileContent fileContent() {
    if (!contents) {
      return FileContent.NONE;
    }
    return digests.isEmpty() ? FileContent.START : FileContent.WHOLE;
  }

  /** The same, and commands. */
  public Wanted andCommands() {
    return new Wanted(true, contents, digests);
  }
}
