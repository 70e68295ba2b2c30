package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import java.io.IOException;
import java.util.List;

/** {@code smb_cmd.log}: a row for each command, when its response comes. */
final class SmbCmdLog {
  private final ZeekLog log;
  private final boolean extra;

  SmbCmdLog(ZeekForm form) {
    List<Column> columns =
        Column.ofConnection(
            "command", "string",
            "sub_command", "string",
            "argument", "string",
            "status", "string",
            "rtt", "interval",
            "version", "string",
            "username", "string",
            "tree", "string",
            "tree_service", "string",
            "referenced_file.ts", "time",
            "referenced_file.uid", "string",
            "referenced_file.id.orig_h", "addr",
            "referenced_file.id.orig_p", "port",
            "referenced_file.id.resp_h", "addr",
            "referenced_file.id.resp_p", "port",
            "referenced_file.fuid", "string",
            "referenced_file.action", "enum",
            "referenced_file.path", "string",
            "referenced_file.name", "string",
            "referenced_file.size", "count",
            "referenced_file.prev_name", "string",
            "referenced_file.times.modified", "time",
            "referenced_file.times.accessed", "time",
            "referenced_file.times.created", "time",
            "referenced_file.times.changed", "time");
    this.extra = form.extra();
    this.log =
        new ZeekLog(form, "smb_cmd", ExtraColumns.behind(columns, form, "message_id", "count"));
  }

  ZeekLog file() {
    return log;
  }

  /**
   * Writes the current command.
   *
   * @param at its response
   * @param messageId SMB1: the MID
   */
  void row(SmbState state, Stamp at, long messageId) throws IOException {
    SmbCommand command = state.command;
    log.row(at).time(command.first).connection(state.uid, state.flow);
    log.text(command.name)
        .text(command.subCommand)
        .text(command.argument)
        .text(command.status)
        .interval(command.first, at)
        .text(command.version)
        .unset()
        .text(command.treePath)
        .text(command.treeService);
    SmbFilesLog.columns(log, state, command.file);
    if (extra) {
      ExtraColumns.write(log, state);
      log.count(messageId);
    }
    log.end();
  }
}
