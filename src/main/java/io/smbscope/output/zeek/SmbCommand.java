package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import java.util.Set;

/** A command as the rows of {@code smb_cmd} tell it: it waits for its response. */
final class SmbCommand {
  /** SMB1 commands that make a row only when they fail. */
  private static final Set<String> ONLY_ERRORS =
      Set.of("NEGOTIATE", "READ_ANDX", "SESSION_SETUP_ANDX", "TREE_CONNECT_ANDX");

  /** The message that first told of it. */
  final Stamp first;

  /** {@code SMB1} or {@code SMB2}. */
  final String version;

  final String name;

  /** What it is about, once that is known; never null. */
  SmbFile file;

  /** Null when it has none. */
  SmbTree tree;

  /** SMB1 only, else null. */
  String subCommand;

  /** SMB1 only, else null. */
  String argument;

  /** Path of the tree; SMB1 only, else null. */
  String treePath;

  /** SMB1 only, else null. */
  String treeService;

  /** Of the latest response; null before it. */
  String status;

  /** SMB2 TreeId of the request, 0 when that was not seen. */
  long requestTreeId;

  /** SMB2 CreateOptions of the request. */
  long createOptions;

  /** Octets from the file's start that a read asks for. */
  long readOffset;

  /** The open that a read names: both halves of the FileId added; SMB1: FID. */
  long openId;

  SmbCommand(Stamp first, String version, String name) {
    this.first = first;
    this.version = version;
    this.name = name;
    this.file = new SmbFile(first);
  }

  /** It makes no row unless it fails. */
  boolean onlyErrors() {
    return ONLY_ERRORS.contains(name);
  }
}
