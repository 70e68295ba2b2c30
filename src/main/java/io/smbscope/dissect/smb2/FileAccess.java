package io.smbscope.dissect.smb2;

import io.smbscope.grammar.placed.Smb2Close;
import io.smbscope.grammar.placed.Smb2Flush;
import io.smbscope.grammar.placed.Smb2Lock;

/** CLOSE, FLUSH and LOCK. [MS-SMB2] 2.2.15 to 2.2.18, 2.2.26, 2.2.27 */
final class FileAccess {
  private final FileIds fileIds;

  FileAccess(FileIds fileIds) {
    this.fileIds = fileIds;
  }

  void closeRequest(Command command) {
    Smb2Close.Request body = command.show(Smb2Close.Request::new, Smb2Close.Request::_read);
    fileIds.closed(command, body.fileId());
  }

  void closeResponse(Command command) {
    command.show(Smb2Close.Response::new, Smb2Close.Response::_read);
  }

  void flushRequest(Command command) {
    Smb2Flush.Request body = command.show(Smb2Flush.Request::new, Smb2Flush.Request::_read);
    fileIds.used(command, body.fileId());
  }

  void flushResponse(Command command) {
    command.show(Smb2Flush.Response::new, Smb2Flush.Response::_read);
  }

  void lockRequest(Command command) {
    Smb2Lock.Request body = command.show(Smb2Lock.Request::new, Smb2Lock.Request::_read);
    fileIds.used(command, body.fileId());
  }

  void lockResponse(Command command) {
    command.show(Smb2Lock.Response::new, Smb2Lock.Response::_read);
  }
}
