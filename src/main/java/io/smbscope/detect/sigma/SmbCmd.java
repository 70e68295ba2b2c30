package io.smbscope.detect.sigma;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.sigma.Column.Kind;
import io.smbscope.event.FlowKey;
import io.smbscope.event.OpenRef;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TreeRef;
import io.smbscope.smb.smb1.Delete;
import io.smbscope.smb.smb1.FindFirst2;
import io.smbscope.smb.smb1.QueryPathInformation;
import io.smbscope.smb.smb1.Rename;
import io.smbscope.smb.smb1.Smb1Body;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.Trans2Subcommand;
import io.smbscope.smb.smb1.Transaction;
import io.smbscope.smb.smb1.Transaction2;
import io.smbscope.smb.smb1.TransactionSubcommand;
import io.smbscope.smb.smb1.TreeConnectAndX;
import io.smbscope.smb.smb2.Smb2Command;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** {@code smb_cmd}: a row for each command and its response; of SMB1 each of an AndX chain. */
final class SmbCmd extends LogSource<SmbCmd.Command> {
  /**
   * A command.
   *
   * @param status NT status of its response, or -1
   */
  record Command(
      Stamp at,
      Stamp start,
      Stamp end,
      FlowKey flow,
      String version,
      String name,
      String subCommand,
      String argument,
      long status,
      String user,
      TreeRef tree,
      OpenRef open) {}

  private static final String COMMAND = "command";

  SmbCmd() {
    super(
        "smb_cmd",
        columns(
            Command::start,
            command -> command.flow.id(),
            command -> command.flow.client(),
            command -> command.flow.server(),
            List.of(
                text(COMMAND, Command::name),
                text("sub_command", Command::subCommand),
                text("argument", Command::argument),
                text("status", command -> status(command.status)),
                number("rtt", SmbCmd::seconds),
                text("version", Command::version),
                text("username", command -> afterDomain(command.user)),
                new Column<>("tree", Kind.SHARE, SmbCmd::path),
                text("tree_service", SmbCmd::service),
                new Column<>("referenced_file.path", Kind.SHARE, SmbCmd::path),
                new Column<>("referenced_file.name", Kind.NAME, SmbCmd::fileName))),
        Set.of(
            "referenced_file.ts",
            "referenced_file.uid",
            "referenced_file.id.orig_h",
            "referenced_file.id.orig_p",
            "referenced_file.id.resp_h",
            "referenced_file.id.resp_p",
            "referenced_file.fuid",
            "referenced_file.action",
            "referenced_file.size",
            "referenced_file.prev_name",
            "referenced_file.times.modified",
            "referenced_file.times.accessed",
            "referenced_file.times.created",
            "referenced_file.times.changed"));
  }

  private static String status(long status) {
    if (status < 0) {
      return null;
    }
    String name = NtStatus.name(status);
    return name.startsWith("STATUS_") ? name.substring("STATUS_".length()) : name;
  }

  private static Double seconds(Command command) {
    return command.start == null || command.end == null
        ? null
        : (command.end.nanos() - command.start.nanos()) / 1e9;
  }

  private static String afterDomain(String user) {
    return user == null ? null : user.substring(user.indexOf('\\') + 1);
  }

  private static String path(Command command) {
    return command.tree == null ? null : command.tree.path();
  }

  private static String service(Command command) {
    return command.tree == null ? null : command.tree.service();
  }

  private static String fileName(Command command) {
    return command.open == null ? null : command.open.name();
  }

  @Override
  boolean ofPipe(Command command) {
    return command.open != null && "pipe".equals(command.open.type());
  }

  @Override
  Integer shared() {
    return column(COMMAND);
  }

  @Override
  Stamp at(Command command) {
    return command.at;
  }

  @Override
  Long flow(Command command) {
    return command.flow.id();
  }

  @Override
  void describe(Command command, Sighting sighting) {
    sighting
        .flow(command.flow.id())
        .client(command.flow.client().ip())
        .server(command.flow.server().ip())
        .user(command.user)
        .share(path(command))
        .operation(command.name);
  }

  @Override
  void listen(Listeners on, boolean everything, Consumer<Command> rows) {
    on.everySmb2(command -> rows.accept(of(command)));
    on.smb1(message -> message.steps().forEach(step -> rows.accept(of(message, step))));
  }

  private static Command of(Smb2CommandEvent command) {
    Smb2Command known = Smb2Command.of(command.command());
    return new Command(
        command.at(),
        command.requestAt(),
        command.responseAt(),
        command.flow(),
        "SMB2",
        known == null
            ? "unknown-" + command.command()
            : known == Smb2Command.NEGOTIATE ? "NEGOTIATE_PROTOCOL" : known.name(),
        null,
        null,
        command.status(),
        command.user(),
        command.tree(),
        command.open());
  }

  private static Command of(Smb1CommandEvent message, Smb1CommandEvent.Step step) {
    Smb1Command known = Smb1Command.of(step.command());
    return new Command(
        message.at(),
        message.requestAt(),
        message.responseAt(),
        message.flow(),
        "SMB1",
        known == null ? "unknown-" + step.command() : known.name().substring("SMB_COM_".length()),
        subCommand(step.request()),
        argument(step),
        message.responseHeader() == null ? -1 : message.responseHeader().status(),
        message.user(),
        message.tree(),
        step.open());
  }

  private static String subCommand(Smb1Body request) {
    if (request instanceof Transaction2.Request transaction) {
      Trans2Subcommand known = Trans2Subcommand.of(transaction.subcommand());
      return known == null
          ? "unknown-trans2-sub-cmd-" + transaction.subcommand()
          : known.name().substring("TRANS2_".length());
    }
    if (request instanceof Transaction.Request transaction && !transaction.setup().isEmpty()) {
      TransactionSubcommand known = TransactionSubcommand.of(transaction.subcommand());
      return known == null
          ? "unknown-trans-sub-cmd-" + transaction.subcommand()
          : known.name().substring("TRANS_".length());
    }
    return null;
  }

  /** The path that it is about. */
  private static String argument(Smb1CommandEvent.Step step) {
    Smb1Body request = step.request();
    if (request instanceof TreeConnectAndX.Request connect) {
      return connect.path();
    }
    if (request instanceof Delete.Request delete) {
      return delete.fileName();
    }
    if (request instanceof Rename.Request rename) {
      return rename.oldFileName();
    }
    if (request instanceof Transaction2.Request transaction) {
      Transaction2.Parameters parameters = transaction.parameters();
      if (parameters instanceof FindFirst2.Request find) {
        return find.fileName();
      }
      if (parameters instanceof QueryPathInformation.Request query) {
        return query.fileName();
      }
    }
    return step.open() == null ? null : step.open().name();
  }
}
