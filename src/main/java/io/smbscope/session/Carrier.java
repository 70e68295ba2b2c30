package io.smbscope.session;

import io.smbscope.event.TreeRef;

/** The SMB command that carried octets to or from a pipe, as far as is remembered of it. */
final class Carrier {
  final Connection connection;

  /** Of SMB, 1 or 2. */
  final int version;

  final int command;

  /** SMB1: MID. */
  final long messageId;

  /** SMB1: UID. */
  final long sessionId;

  /** SMB1: TID. */
  final long treeId;

  /** Null when not known. */
  final String user;

  /** Null when not known. */
  final TreeRef tree;

  /** NT status of its response, -1 as long as there is none. */
  long status = -1;

  Carrier(
      Connection connection,
      int version,
      int command,
      long messageId,
      long sessionId,
      long treeId,
      Session session,
      TreeConnect tree) {
    this.connection = connection;
    this.version = version;
    this.command = command;
    this.messageId = messageId;
    this.sessionId = sessionId;
    this.treeId = treeId;
    this.user = session == null ? null : session.user();
    this.tree = tree == null ? null : tree.ref();
  }
}
