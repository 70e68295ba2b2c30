package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;

/** A tree connect as the rows of {@code smb_mapping} tell it. */
final class SmbTree {
  static final String DISK = "DISK";
  static final String PIPE = "PIPE";
  static final String PRINT = "PRINT";

  /** The message that first told of it. */
  final Stamp first;

  /** Null when not known. */
  String path;

  /** SMB1 only, else null. */
  String service;

  /** SMB1 only, else null. */
  String nativeFileSystem;

  String shareType = DISK;

  SmbTree(Stamp first) {
    this.first = first;
  }
}
