package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;

/** A command as the rows of {@code smb_cmd} tell it: it waits for its response. */
final class SmbCommand {
  /** The message that first told of it. */
  final Stamp first;

  /** {@code SMB1} or {@code SMB2}. */
  final String version;

  final String name;

  /** It makes a row only when it fails. */
  final boolean onlyErrors;

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

  SmbCommand(Stamp first, String version, String name, boolean onlyErrors) {
    this.first = first;
    this.version = version;
    this.name = name;
    this.onlyErrors = onlyErrors;
    this.file = new SmbFile(first);
  }
}
