package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Values;
import io.smbscope.grammar.placed.Smb2Create;

/** CREATE: opens a file, a directory or a pipe. [MS-SMB2] 2.2.13, 2.2.14 */
final class CreateCommand {
  /** Longer names are not kept for the responses. */
  private static final int LONGEST_NAME = 1024;

  private final FileIds fileIds;
  private final CreateContexts contexts;

  CreateCommand(FileIds fileIds) {
    this.fileIds = fileIds;
    this.contexts = new CreateContexts(fileIds);
  }

  void request(Command command) {
    Smb2Create.Request body = command.show(Smb2Create.Request::new, Smb2Create.Request::_read);
    byte[] name = body.lenName() == 0 ? new byte[0] : Text.read(body::name);
    if (name != null && name.length < LONGEST_NAME) {
      command.exchange.fileName = Values.utf16(Bytes.of(name));
      command.tree.info(" File: " + command.exchange.fileName);
    }
    if (command.bodies != Bodies.NAMES) {
      contexts.dissect(command, command.buffer(body.ofsContexts(), body.lenContexts()));
    }
  }

  void response(Command command) {
    Smb2Create.Response body = command.show(Smb2Create.Response::new, Smb2Create.Response::_read);
    fileIds.opened(command, body.fileId());
    contexts.dissect(command, command.buffer(body.ofsContexts(), body.lenContexts()));
  }
}
