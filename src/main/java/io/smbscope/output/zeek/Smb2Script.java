package io.smbscope.output.zeek;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.output.zeek.SmbFile.Action;
import io.smbscope.output.zeek.SmbFile.Times;
import io.smbscope.smb.smb2.Close;
import io.smbscope.smb.smb2.Create;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.FileInformation;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.SetInfo;
import io.smbscope.smb.smb2.Smb2Body;
import io.smbscope.smb.smb2.Smb2Command;
import io.smbscope.smb.smb2.Smb2Header;
import io.smbscope.smb.smb2.Smb2Message;
import io.smbscope.smb.smb2.TreeConnect;
import io.smbscope.smb.smb2.TreeDisconnect;
import io.smbscope.smb.smb2.Write;
import java.io.IOException;

/** What Zeek makes of an SMB2 message. Ids are taken as sent, also in compounds. */
final class Smb2Script {
  private static final String VERSION = "SMB2";
  private static final String SHARE_ROOT = "<share_root>";
  private static final int ASYNC_TREE_SHIFT = 32;

  /** SessionId of a related command. [MS-SMB2] 3.2.4.1.4 */
  private static final long RELATED = -1L;

  private static final int FILE_INFORMATION = 1;
  private static final int BASIC = 4;
  private static final int RENAME = 10;
  private static final int DISPOSITION = 13;

  /**
   * Octets of a WRITE request before what it writes, and of a READ response before what was read.
   */
  private static final int WRITE_FIXED = Smb2Header.SIZE + 48;

  private static final int READ_FIXED = Smb2Header.SIZE + 16;

  private static final long DELETE_ON_CLOSE = 0x1000;

  private final SmbNames statuses;
  private final SmbCmdLog commands;
  private final SmbFilesLog names;
  private final SmbMappingLog mappings;
  private final FileAnalysis contents;

  Smb2Script(
      SmbNames statuses,
      SmbCmdLog commands,
      SmbFilesLog names,
      SmbMappingLog mappings,
      FileAnalysis contents) {
    this.statuses = statuses;
    this.commands = commands;
    this.names = names;
    this.mappings = mappings;
    this.contents = contents;
  }

  void message(SmbState state, Stamp at, boolean fromClient, Smb2Message message)
      throws IOException {
    Smb2Header header = message.header();
    long treeId = header.async() ? header.asyncId() >>> ASYNC_TREE_SHIFT : header.treeId();
    SmbCommand command = current(state, at, fromClient, header, treeId);
    state.treeId = treeId;
    if (header.sessionId() != RELATED) {
      state.sessionId = header.sessionId();
    }
    boolean readable = readable(message);
    if (!readable) {
      state.resync.unreadable(fromClient, message.length());
    }
    if (fromClient) {
      if (readable) {
        request(state, at, treeId, message.body());
      }
    } else {
      command.status = statuses.status(header.status());
      if (header.status() != NtStatus.PENDING) {
        state.pending.remove(header.messageId());
        // An SMB1 NEGOTIATE may be answered by SMB2.
        if (header.status() != NtStatus.MORE_PROCESSING_REQUIRED && !command.onlyErrors) {
          commands.row(state, at, header.messageId() & Long.MAX_VALUE);
        }
      }
      if (readable && !error(header)) {
        response(state, at, treeId, header, message.body());
      }
    }
  }

  /** False when Zeek finds that the message is shorter than it says. */
  private static boolean readable(Smb2Message message) {
    Smb2Body body = message.body();
    if (body instanceof Write.Request write) {
      return write.writeLength() <= message.length() - WRITE_FIXED;
    }
    if (body instanceof Read.Response read) {
      return read.dataLength() <= message.length() - READ_FIXED;
    }
    return !(body instanceof Smb2Body.Unparsed);
  }

  /** Makes command, file and tree of the message the current ones. */
  private static SmbCommand current(
      SmbState state, Stamp at, boolean fromClient, Smb2Header header, long treeId) {
    long messageId = header.messageId();
    if (fromClient && state.pending.size() >= SmbState.PENDING_LIMIT) {
      state.forget();
    }
    SmbCommand command = state.pending.get(messageId);
    if (command == null) {
      command = new SmbCommand(at, VERSION, SmbNames.smb2Command(header.command()), false);
      state.pending.put(messageId, command, 0);
    }
    state.command = command;
    if (fromClient) {
      command.requestTreeId = treeId;
    }
    if (treeId == 0) {
      command.tree = new SmbTree(at);
    } else if (command.tree != null) {
      state.useTree(treeId, command.tree);
    } else {
      command.tree = state.tree(treeId, at);
    }
    state.file = command.file;
    state.tree = command.tree;
    return command;
  }

  /** The response has the body of an error. [MS-SMB2] 3.3.4.4 */
  private static boolean error(Smb2Header header) {
    long status = header.status();
    int command = header.command();
    if (status == NtStatus.SUCCESS) {
      return false;
    }
    if (status == NtStatus.BUFFER_OVERFLOW) {
      return command != Smb2Command.IOCTL.code()
          && command != Smb2Command.QUERY_INFO.code()
          && command != Smb2Command.READ.code();
    }
    return true;
  }

  private void request(SmbState state, Stamp at, long treeId, Smb2Body body) throws IOException {
    if (body instanceof Read.Request read) {
      state.reads = counted(state, state.reads);
      use(state, read.fileId(), Action.FILE_READ, Action.PIPE_READ, Action.PRINT_READ);
      state.command.readOffset = read.offset();
    } else if (body instanceof Write.Request write) {
      use(state, write.fileId(), Action.FILE_WRITE, Action.PIPE_WRITE, Action.PRINT_WRITE);
      if (!state.pipeTree(treeId) && write.writeLength() > 0) {
        OpenKey open = new OpenKey(id(write.fileId()), true);
        contents.content(state, true, open, write.offset(), write.writeLength(), at);
      }
    } else if (body instanceof Create.Request create) {
      create(state, treeId, create);
    } else if (body instanceof Close.Request close) {
      close(state, at, close.fileId());
    } else if (body instanceof SetInfo.Request set) {
      setInfo(state, at, set);
    } else if (body instanceof Ioctl.Request) {
      state.ioctls = counted(state, state.ioctls);
    } else if (body instanceof TreeConnect.Request connect) {
      state.tree.path = connect.path();
    } else if (body instanceof TreeDisconnect.Request) {
      state.pipeTree(treeId, false);
      if (state.trees.remove(treeId) != null) {
        state.tree = null;
        state.command.tree = null;
      }
    }
  }

  private void response(SmbState state, Stamp at, long treeId, Smb2Header header, Smb2Body body)
      throws IOException {
    SmbCommand command = state.command;
    if (body instanceof Ioctl.Response) {
      state.ioctls = Math.max(0, state.ioctls - 1);
    } else if (body instanceof Read.Response read) {
      state.reads = Math.max(0, state.reads - 1);
      if (!state.pipeTree(command.requestTreeId) && read.dataLength() > 0) {
        OpenKey open = new OpenKey(command.openId, false);
        contents.content(state, false, open, command.readOffset, read.dataLength(), at);
      }
    } else if (body instanceof Create.Response create) {
      created(state, at, header, create);
    } else if (body instanceof TreeConnect.Response connect) {
      state.tree.shareType =
          switch (connect.shareType()) {
            case 1 -> SmbTree.DISK;
            case 2 -> SmbTree.PIPE;
            case 3 -> SmbTree.PRINT;
            default -> "unknown-" + connect.shareType();
          };
      if (SmbTree.PIPE.equals(state.tree.shareType)) {
        state.pipeTree(treeId, true);
      }
      mappings.row(state, at, header.signed(), connect.encryptData());
    }
  }

  /** One more request of a kind waits; Zeek forgets nothing of one that an error answers. */
  private static int counted(SmbState state, int waiting) {
    if (waiting < SmbState.PENDING_LIMIT) {
      return waiting + 1;
    }
    state.forget();
    return 1;
  }

  private static void create(SmbState state, long treeId, Create.Request create) {
    if (!state.pipeTree(treeId) && SmbNames.PIPES.contains(create.name())) {
      state.pipeTree(treeId, true);
      state.guessPipe();
    }
    state.file.name = create.name().isEmpty() ? SHARE_ROOT : create.name();
    state.command.createOptions = create.createOptions();
    state.file.action = action(state, Action.FILE_OPEN, Action.PIPE_OPEN, Action.PRINT_OPEN);
  }

  private void created(SmbState state, Stamp at, Smb2Header header, Create.Response create)
      throws IOException {
    long id = id(create.fileId());
    state.useFile(id);
    SmbFile file = state.file;
    file.size = create.endOfFile();
    if (state.tree.path != null) {
      file.path = state.tree.path;
    }
    if (SmbFilesLog.seconds(create.lastWriteTime()) > 0) {
      file.times =
          new Times(
              create.lastWriteTime(),
              create.lastAccessTime(),
              create.creationTime(),
              create.changeTime());
    }
    names.row(state, at);
    if (header.status() == 0 && (state.command.createOptions & DELETE_ON_CLOSE) != 0) {
      file.action = Action.FILE_DELETE;
      names.row(state, at);
    }
  }

  private void close(SmbState state, Stamp at, FileId fileId) throws IOException {
    use(state, fileId, Action.FILE_CLOSE, Action.PIPE_CLOSE, Action.PRINT_CLOSE);
    if (state.tree.path != null) {
      state.file.path = state.tree.path;
    }
    state.files.remove(id(fileId));
    names.row(state, at);
    contents.closed(state, at);
  }

  private void setInfo(SmbState state, Stamp at, SetInfo.Request set) throws IOException {
    if (set.infoType() != FILE_INFORMATION) {
      return;
    }
    switch (set.fileInfoClass()) {
      case BASIC -> {
        state.useFile(id(set.fileId()));
        state.file.action = Action.FILE_SET_ATTRIBUTE;
      }
      case RENAME -> {
        if (set.information() instanceof FileInformation.Rename rename) {
          state.useFile(id(set.fileId()));
          state.file.formerName = state.file.name == null ? state.file.formerName : state.file.name;
          state.file.name = rename.name();
          state.file.action = Action.FILE_RENAME;
          state.files.put(id(set.fileId()), state.file, state.file.characters());
          names.row(state, at);
        }
      }
      case DISPOSITION -> {
        if (set.information() instanceof FileInformation.Disposition disposition) {
          state.useFile(id(set.fileId()));
          if (disposition.deletePending()) {
            state.file.action = Action.FILE_DELETE;
          }
          names.row(state, at);
        }
      }
      default -> {
        // Nothing that Zeek tells.
      }
    }
  }

  private static void use(SmbState state, FileId fileId, Action file, Action pipe, Action print) {
    state.useFile(id(fileId));
    state.command.openId = id(fileId);
    state.file.action = action(state, file, pipe, print);
  }

  private static Action action(SmbState state, Action file, Action pipe, Action print) {
    return switch (state.tree.shareType) {
      case SmbTree.PIPE -> pipe;
      case SmbTree.PRINT -> print;
      default -> file;
    };
  }

  private static long id(FileId fileId) {
    return fileId.persistentId() + fileId.volatileId();
  }
}
