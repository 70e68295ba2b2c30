package io.smbscope.session;

import io.smbscope.smb.FileContent;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.Set;

/**
 * What the sinks of an analysis want beyond what always is told.
 *
 * @param commands which SMB commands and name service messages are told as events
 * @param beginnings what begins is told too, not only what ends
 * @param contents how much of what was read from and written to each file, told as an event
 * @param digests of contents: {@code md5}, {@code sha1}, {@code sha256}
 */
public record Wanted(
    Commands commands, boolean beginnings, FileContent contents, Set<String> digests) {
  /** Nothing more. */
  public static final Wanted NOTHING = new Wanted(Commands.NONE, false, FileContent.NONE, Set.of());

  /** Which commands are told. */
  public enum Commands {
    NONE,
    /** Those of SMB1, and those of SMB2 that are {@link Smb2Command#isRare}. */
    RARE,
    /** All, and each message as it comes. */
    ALL
  }

  /** Commands of any kind. */
  public boolean someCommands() {
    return commands != Commands.NONE;
  }

  /** Also the frequent ones of SMB2. */
  public boolean everyCommand() {
    return commands == Commands.ALL;
  }

  /** This one of SMB2; null is one that nobody knows. */
  public boolean command(Smb2Command command) {
    return commands == Commands.ALL
        || (commands == Commands.RARE && command != null && command.isRare());
  }

  /** Types of files. */
  public boolean types() {
    return contents.octets() >= FileContent.START.octets();
  }

  /** The same, and all commands. */
  public Wanted andEveryCommand() {
    return new Wanted(Commands.ALL, beginnings, contents, digests);
  }

  /** The same, and what detections need. */
  public Wanted andDetections() {
    return new Wanted(
        commands == Commands.NONE ? Commands.RARE : commands,
        true,
        contents == FileContent.NONE ? FileContent.HEAD : contents,
        digests);
  }
}
