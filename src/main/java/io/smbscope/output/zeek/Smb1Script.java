package io.smbscope.output.zeek;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.output.zeek.SmbFile.Action;
import io.smbscope.output.zeek.SmbFile.Times;
import io.smbscope.smb.smb1.Close;
import io.smbscope.smb.smb1.FindFirst2;
import io.smbscope.smb.smb1.GetDfsReferral;
import io.smbscope.smb.smb1.NtCreateAndX;
import io.smbscope.smb.smb1.QueryPathInformation;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.SessionSetupAndX;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb1.Smb1Message.Block;
import io.smbscope.smb.smb1.Transaction;
import io.smbscope.smb.smb1.Transaction2;
import io.smbscope.smb.smb1.TreeConnectAndX;
import io.smbscope.smb.smb1.WriteAndX;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What Zeek makes of an SMB1 message. */
final class Smb1Script {
  private static final String VERSION = "SMB1";
  private static final String PREFIX = "SMB_COM_";

  /** Commands that make a row only when they fail. */
  private static final Set<String> ONLY_ERRORS =
      Set.of("NEGOTIATE", "READ_ANDX", "SESSION_SETUP_ANDX", "TREE_CONNECT_ANDX");

  /** Commands whose parameters and data Zeek reads. */
  private static final Set<Integer> READ =
      Set.of(
          Smb1Command.SMB_COM_NEGOTIATE.code(),
          Smb1Command.SMB_COM_SESSION_SETUP_ANDX.code(),
          Smb1Command.SMB_COM_TREE_CONNECT_ANDX.code(),
          Smb1Command.SMB_COM_NT_CREATE_ANDX.code(),
          Smb1Command.SMB_COM_READ_ANDX.code(),
          Smb1Command.SMB_COM_WRITE_ANDX.code(),
          Smb1Command.SMB_COM_CLOSE.code(),
          Smb1Command.SMB_COM_TRANSACTION.code(),
          Smb1Command.SMB_COM_TRANSACTION2.code());

  /** Octets of a message without parameters and data. */
  private static final int EMPTY_LENGTH = Smb1Header.SIZE + 3;

  /** Words of a TRANSACTION whose subcommand Zeek does not read. */
  private static final int NOT_READ_WORDS = 16;

  private static final long TICKS_PER_SECOND = 10_000_000;
  private static final long EPOCH_DIFFERENCE_SECONDS = 11_644_473_600L;

  private final SmbNames statuses;
  private final SmbCmdLog commands;
  private final SmbFilesLog names;
  private final SmbMappingLog mappings;
  private final FileAnalysis contents;
  private final String[] commandNames = new String[256];

  Smb1Script(
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
    for (int code = 0; code < commandNames.length; code++) {
      Smb1Command command = Smb1Command.of(code);
      commandNames[code] =
          command == null ? "unknown-" + code : command.name().substring(PREFIX.length());
    }
  }

  void message(SmbState state, Stamp at, boolean fromClient, Smb1Message message)
      throws IOException {
    Smb1Header header = message.header();
    SmbCommand command = current(state, at, header);
    state.sessionId = header.uid();
    state.treeId = header.tid();
    List<Block> blocks = message.blocks();
    boolean readable = readable(message, fromClient);
    if (!readable) {
      state.resync.unreadable(fromClient, message.length());
    }
    if (fromClient) {
      if (!readable) {
        return;
      }
      // A command is told behind those that its AndX words add.
      for (int i = blocks.size() - 1; i >= 0; i--) {
        request(state, at, header, blocks.get(i));
      }
      return;
    }
    command.status = statuses.status(header.status());
    state.pending.remove(header.mid());
    boolean told = header.status() != NtStatus.MORE_PROCESSING_REQUIRED;
    if (told && !command.onlyErrors) {
      commands.row(state, at, header.mid());
    }
    if (message.length() != EMPTY_LENGTH && readable) {
      for (int i = blocks.size() - 1; i >= 0; i--) {
        response(state, at, header, blocks.get(i).body());
      }
    } else if (told && command.onlyErrors && header.status() != NtStatus.SUCCESS) {
      commands.row(state, at, header.mid());
    }
  }

  /** False when Zeek cannot read the message. */
  private static boolean readable(Smb1Message message, boolean fromClient) {
    for (Block block : message.blocks()) {
      if (fromClient && block.command() == Smb1Command.SMB_COM_LOCKING_ANDX.code()) {
        return false;
      }
      Smb1Body body = block.body();
      if (body instanceof Smb1Body.Unparsed && READ.contains(block.command())) {
        return false;
      }
      int withoutStrings = EMPTY_LENGTH + 2 * block.wordCount();
      if (body instanceof SessionSetupAndX.Response && message.length() == withoutStrings) {
        return false;
      }
      // Windows leaves a number of its own there when no command follows.
      if (block.andXOffset() != 0 && block.andXOffset() < dataEnd(body)) {
        return false;
      }
    }
    return true;
  }

  /** Octets from the header to the end of what is read or written. */
  private static long dataEnd(Smb1Body body) {
    if (body instanceof WriteAndX.Request write) {
      return write.dataOffset() + write.dataLength();
    }
    return body instanceof ReadAndX.Response read ? read.dataOffset() + read.dataLength() : 0;
  }

  /** Makes command and tree of the message the current ones. */
  private SmbCommand current(SmbState state, Stamp at, Smb1Header header) {
    state.tree = state.tree(header.tid(), at);
    if (state.command != null) {
      // Zeek does so before it knows the message's own command.
      if (state.tree.path != null) {
        state.command.treePath = state.tree.path;
      }
      if (state.tree.service != null) {
        state.command.treeService = state.tree.service;
      }
    }
    SmbCommand command = state.pending.get(header.mid());
    if (command == null) {
      String name = commandNames[header.command() & 0xFF];
      command = new SmbCommand(at, VERSION, name, ONLY_ERRORS.contains(name));
      command.tree = state.tree;
      state.pending.put(header.mid(), command, 0);
    }
    state.command = command;
    return command;
  }

  private void request(SmbState state, Stamp at, Smb1Header header, Block block)
      throws IOException {
    Smb1Body body = block.body();
    if (body instanceof Transaction2.Request transaction) {
      state.command.subCommand = SmbNames.trans2Subcommand(transaction.subcommand());
      String path = path(transaction.parameters());
      if (path != null) {
        state.command.argument = path;
      }
    } else if (body instanceof Transaction.Request transaction) {
      boolean read = !transaction.setup().isEmpty() && block.wordCount() != NOT_READ_WORDS;
      state.command.subCommand = SmbNames.transSubcommand(read ? transaction.subcommand() : 0);
    } else if (body instanceof ReadAndX.Request read) {
      read(state, read);
    } else if (body instanceof WriteAndX.Request write) {
      write(state, at, header, write);
    } else if (body instanceof NtCreateAndX.Request create) {
      create(state, at, header, create);
    } else if (body instanceof Close.Request close) {
      close(state, at, close);
    } else if (body instanceof TreeConnectAndX.Request connect) {
      SmbTree tree = new SmbTree(at);
      tree.path = connect.path();
      tree.service = connect.service();
      state.command.tree = tree;
      state.command.argument = connect.path();
    }
  }

  private static String path(Transaction2.Parameters parameters) {
    if (parameters instanceof QueryPathInformation.Request query) {
      return query.fileName();
    }
    if (parameters instanceof FindFirst2.Request find) {
      return find.fileName();
    }
    return parameters instanceof GetDfsReferral.Request referral
        ? referral.requestFileName()
        : null;
  }

  private void response(SmbState state, Stamp at, Smb1Header header, Smb1Body body)
      throws IOException {
    SmbCommand command = state.command;
    if (body instanceof ReadAndX.Response read) {
      if (!state.pipeTree(header.tid()) && read.dataLength() > 0) {
        OpenKey open = new OpenKey(command.openId, false);
        contents.content(state, false, open, command.readOffset, read.dataLength(), at);
      }
    } else if (body instanceof NtCreateAndX.Response create) {
      created(state, at, create);
    } else if (body instanceof TreeConnectAndX.Response connect) {
      connected(state, at, header, connect);
    }
  }

  private void connected(
      SmbState state, Stamp at, Smb1Header header, TreeConnectAndX.Response connect)
      throws IOException {
    SmbTree tree = state.command.tree;
    tree.service = connect.service();
    if (connect.service().equals("IPC")) {
      tree.shareType = SmbTree.PIPE;
    }
    if (connect.service().startsWith("IPC")) {
      state.pipeTree(header.tid(), true);
    }
    state.command.treeService = connect.service();
    if (!connect.nativeFileSystem().isEmpty()) {
      tree.nativeFileSystem = connect.nativeFileSystem();
    }
    state.tree = tree;
    state.useTree(header.tid(), tree);
    mappings.row(state, at, header.signed(), false);
  }

  private static void create(
      SmbState state, Stamp at, Smb1Header header, NtCreateAndX.Request create) {
    if (!state.pipeTree(header.tid()) && SmbNames.PIPES.contains(create.fileName())) {
      state.pipeTree(header.tid(), true);
      state.guessPipe();
    }
    SmbFile file = new SmbFile(at);
    file.name = create.fileName();
    file.action = Action.FILE_OPEN;
    state.command.file = file;
    state.file = file;
    state.command.argument = create.fileName();
  }

  private void created(SmbState state, Stamp at, NtCreateAndX.Response create) throws IOException {
    SmbFile file = state.command.file;
    file.action = Action.FILE_OPEN;
    file.size = create.endOfFile();
    Times times =
        new Times(
            fileTime(create.lastWriteTime()),
            fileTime(create.lastAccessTime()),
            fileTime(create.createTime()),
            fileTime(create.lastChangeTime()));
    if (SmbFilesLog.seconds(times.modified()) > 0) {
      file.times = times;
    }
    state.files.put(create.fid(), file, file.characters());
    state.file = file;
    names.row(state, at);
  }

  private static long fileTime(Instant instant) {
    return instant == null
        ? 0
        : (instant.getEpochSecond() + EPOCH_DIFFERENCE_SECONDS) * TICKS_PER_SECOND
            + instant.getNano() / 100;
  }

  private static void read(SmbState state, ReadAndX.Request read) {
    state.useFile(read.fid());
    state.file.action = Action.FILE_READ;
    if (state.file.name != null) {
      state.command.argument = state.file.name;
    }
    placeInTree(state);
    state.command.readOffset = offset(read.offset());
    state.command.openId = read.fid();
  }

  private void write(SmbState state, Stamp at, Smb1Header header, WriteAndX.Request write)
      throws IOException {
    state.useFile(write.fid());
    state.file.action = Action.FILE_WRITE;
    if (state.command.argument == null) {
      state.command.argument = state.file.name;
    }
    placeInTree(state);
    if (!state.pipeTree(header.tid()) && write.dataLength() > 0) {
      OpenKey open = new OpenKey(write.fid(), true);
      contents.content(state, true, open, offset(write.offset()), write.dataLength(), at);
    }
  }

  private static void placeInTree(SmbState state) {
    if (state.file.path == null) {
      state.file.path = state.tree.path;
    }
  }

  /** Zeek takes the upper half for 16 bits higher than the lower one. */
  private static long offset(long offset) {
    return (offset >>> 32) * 0x1_0000 + (offset & 0xFFFF_FFFFL);
  }

  private void close(SmbState state, Stamp at, Close.Request close) throws IOException {
    state.useFile(close.fid());
    state.file.action = Action.FILE_CLOSE;
    if (state.tree.path != null) {
      state.file.path = state.tree.path;
    }
    if (state.file.name != null) {
      state.command.argument = state.file.name;
    }
    state.files.remove(close.fid());
    contents.closed(state, at);
  }
}
