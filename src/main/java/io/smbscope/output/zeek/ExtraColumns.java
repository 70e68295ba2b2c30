package io.smbscope.output.zeek;

import java.util.ArrayList;
import java.util.List;

/** Who did it and where, which Zeek does not tell: behind its own columns, if they are wanted. */
final class ExtraColumns {
  private static final int HEX_DIGITS = 16;

  private ExtraColumns() {}

  /** Zeek's own columns, and behind them, if they are wanted, those here and {@code more}. */
  static List<Column> behind(List<Column> own, ZeekForm form, String... more) {
    if (!form.extra()) {
      return own;
    }
    List<Column> columns = new ArrayList<>(own);
    columns.addAll(Column.list("user", "string", "session_id", "string", "tree_id", "count"));
    columns.addAll(Column.list(more));
    return columns;
  }

  /** Of the current message. */
  static void write(ZeekLog log, SmbState state) {
    log.text(state.users.get(state.sessionId)).text(hex(state.sessionId)).count(state.treeId);
  }

  private static String hex(long number) {
    StringBuilder text = new StringBuilder(2 + HEX_DIGITS).append("0x");
    for (int shift = 60; shift >= 0; shift -= 4) {
      text.append(Character.forDigit((int) (number >>> shift) & 15, 16));
    }
    return text.toString();
  }
}
