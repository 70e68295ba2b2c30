package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.fscc.DirectoryInformation;
import io.smbscope.dissect.fscc.NotifyInformation;
import io.smbscope.grammar.placed.Smb2ChangeNotify;
import io.smbscope.grammar.placed.Smb2QueryDirectory;

/** QUERY_DIRECTORY and CHANGE_NOTIFY. [MS-SMB2] 2.2.33 to 2.2.36 */
final class Directories {
  private final Field level = Fields.named("smb2.find.infolevel");
  private final Field unknown = Fields.named("smb2.unknown");
  private final FileIds fileIds;
  private final DirectoryInformation entries = new DirectoryInformation();
  private final NotifyInformation changes = new NotifyInformation();

  Directories(FileIds fileIds) {
    this.fileIds = fileIds;
  }

  void queryRequest(Command command) {
    Smb2QueryDirectory.Request body =
        command.show(Smb2QueryDirectory.Request::new, Smb2QueryDirectory.Request::_read);
    command.exchange.infoClass = body.fileInformationClass();
    fileIds.used(command, body.fileId());
    byte[] pattern = body.lenFileName() == 0 ? null : Text.read(body::fileName);
    command.exchange.pattern = pattern == null ? null : Values.utf16(Bytes.of(pattern));
    info(command);
  }

  private void info(Command command) {
    if (command.tree.wantsLine()) {
      String name = level.values().get((long) command.exchange.infoClass);
      command.tree.info(
          " "
              + (name == null ? String.format("(Level:0x%02x)", command.exchange.infoClass) : name)
              + " Pattern: "
              + command.exchange.pattern);
    }
  }

  /** What the request has asked for. */
  void level(Command command) {
    if (command.exchange != null) {
      command.tree.number(level, command.exchange.infoClass, 0, 0);
      if (command.exchange.pattern != null) {
        info(command);
      }
    }
  }

  void queryResponse(Command command) {
    Smb2QueryDirectory.Response body =
        command.show(Smb2QueryDirectory.Response::new, Smb2QueryDirectory.Response::_read);
    Region buffer = command.buffer(body.ofsOutputBuffer(), body.lenOutputBuffer());
    if (buffer != null
        && (command.exchange == null
            || !entries.dissect(command.dissection, buffer, command.exchange.infoClass))) {
      Information.unknown(command, unknown, buffer);
    }
  }

  void notifyRequest(Command command) {
    Smb2ChangeNotify.Request body =
        command.show(Smb2ChangeNotify.Request::new, Smb2ChangeNotify.Request::_read);
    fileIds.used(command, body.fileId());
  }

  void notifyResponse(Command command) {
    Smb2ChangeNotify.Response body =
        command.show(Smb2ChangeNotify.Response::new, Smb2ChangeNotify.Response::_read);
    Region buffer = command.buffer(body.ofsOutputBuffer(), body.lenOutputBuffer());
    if (buffer != null) {
      changes.dissect(command.dissection, buffer);
    }
  }
}
