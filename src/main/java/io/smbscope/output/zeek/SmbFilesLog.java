package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.output.zeek.SmbFile.Times;
import java.io.IOException;
import java.util.List;

/** {@code smb_files.log}: a row when a file is opened, renamed or deleted, or printed to. */
final class SmbFilesLog {
  private static final double TICKS_PER_SECOND = 10_000_000;
  private static final double EPOCH_DIFFERENCE_SECONDS = 11_644_473_600.0;

  private static final int COLUMNS_FROM_PATH = 8;

  private final ZeekLog log;
  private final boolean extra;

  SmbFilesLog(ZeekForm form) {
    List<Column> columns =
        Column.ofConnection(
            "fuid", "string",
            "action", "enum",
            "path", "string",
            "name", "string",
            "size", "count",
            "prev_name", "string",
            "times.modified", "time",
            "times.accessed", "time",
            "times.created", "time",
            "times.changed", "time");
    this.extra = form.extra();
    this.log = new ZeekLog(form, "smb_files", ExtraColumns.behind(columns, form));
  }

  ZeekLog file() {
    return log;
  }

  /** Writes the current file, unless the same was written in the last three minutes. */
  void row(SmbState state, Stamp at) throws IOException {
    SmbFile file = state.file;
    if (file == null || file.name == null || file.action == null || !file.action.logged) {
      return;
    }
    if (file.times != null && !state.recent.add(file, at)) {
      return;
    }
    log.row(at);
    columns(log, state, file);
    if (extra) {
      ExtraColumns.write(log, state);
    }
    log.end();
  }

  /** The columns of a file, here and in {@code smb_cmd}. */
  static void columns(ZeekLog log, SmbState state, SmbFile file) {
    log.time(file.first).connection(state.uid, state.flow);
    if (file.action == null && file.name == null && file.times == null) {
      log.unset(2).text(file.path).unset().count(file.size & Long.MAX_VALUE).unset(5);
      return;
    }
    log.text(file.fuid).text(file.action == null ? null : file.action.text);
    byte[] written = log.inColumns() ? state.columns.of(file) : null;
    if (written != null) {
      log.again(written, COLUMNS_FROM_PATH);
      return;
    }
    int mark = log.mark();
    columnsFromPath(log, file);
    if (log.inColumns()) {
      state.columns.keep(file, log.since(mark));
    }
  }

  private static void columnsFromPath(ZeekLog log, SmbFile file) {
    log.text(file.path).text(file.name).count(file.size & Long.MAX_VALUE).text(file.formerName);
    Times times = file.times;
    if (times == null) {
      log.unset(4);
    } else {
      log.time(seconds(times.modified()))
          .time(seconds(times.accessed()))
          .time(seconds(times.created()))
          .time(seconds(times.changed()));
    }
  }

  /** As Zeek reckons with a FILETIME, which it has without sign: by 64 bits of floating point. */
  static double seconds(long fileTime) {
    double ticks = fileTime >= 0 ? fileTime : fileTime + 0x1p64;
    return ticks / TICKS_PER_SECOND - EPOCH_DIFFERENCE_SECONDS;
  }
}
