package io.smbscope.dissect.smb2;

import io.smbscope.grammar.placed.Smb2FileId;

/** What file ids stand for, from CREATE to CLOSE. */
final class FileIds {
  private static final String UNKNOWN = "[unknown]";

  private final Handles handles = new Handles();

  /** The response to CREATE gives an id. */
  void opened(Command command, Smb2FileId read) {
    if (read == null) {
      return;
    }
    FileId id = FileId.of(read);
    handles.opened(id, command.frame());
    String name = command.exchange == null ? null : command.exchange.fileName;
    Open open = new Open(name == null ? UNKNOWN : name);
    command.session.opened(id, command.treeId(), open);
    resolve(command, id);
  }

  void used(Command command, Smb2FileId read) {
    if (read == null) {
      return;
    }
    FileId id = FileId.of(read);
    handles.used(id, command.frame());
    resolve(command, id);
  }

  /** The request for CLOSE; the id may come again for something else. */
  void closed(Command command, Smb2FileId read) {
    if (read == null) {
      return;
    }
    FileId id = FileId.of(read);
    Open open = command.session.open(id, command.treeId(), command.frame());
    if (open != null) {
      open.closed(command.frame());
    }
    handles.closed(id, command.frame());
    resolve(command, id);
  }

  /** What belongs to one pipe: the open, or at least what has its id in common. */
  static Object pipe(Command command) {
    if (command.open != null) {
      return command.open;
    }
    if (command.exchange != null && command.exchange.open != null) {
      return command.exchange.open;
    }
    FileId id = command.exchange == null ? null : command.exchange.fileId;
    return id == null ? command.connection : id;
  }

  private void resolve(Command command, FileId id) {
    handles.show(command.tree, id, command.frame());
    Open open = command.session.open(id, command.treeId(), command.frame());
    command.open = open;
    if (command.exchange != null) {
      command.exchange.fileId = id;
      if (open != null) {
        command.exchange.open = open;
      }
    }
    if (open != null && (command.tree.whole() || command.tree.wantsLine())) {
      command.tree.info(" File: " + open.name());
      command.tree.say("[File: " + open.name() + "]", 0, 0);
    }
  }
}
