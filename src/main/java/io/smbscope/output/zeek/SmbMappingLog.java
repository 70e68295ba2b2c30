package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import java.io.IOException;
import java.util.List;

/** {@code smb_mapping.log}: a row for each tree connect that the server granted. */
final class SmbMappingLog {
  private final ZeekLog log;
  private final boolean extra;

  SmbMappingLog(ZeekForm form) {
    List<Column> columns =
        Column.ofConnection(
            "path", "string",
            "service", "string",
            "native_file_system", "string",
            "share_type", "string");
    this.extra = form.extra();
    this.log =
        new ZeekLog(
            form,
            "smb_mapping",
            ExtraColumns.behind(columns, form, "signed", "bool", "encryption_required", "bool"));
  }

  ZeekLog file() {
    return log;
  }

  /**
   * Writes the current tree.
   *
   * @param signed the response was
   * @param encryptionRequired the response says that the share wants encryption
   */
  void row(SmbState state, Stamp at, boolean signed, boolean encryptionRequired)
      throws IOException {
    SmbTree tree = state.tree;
    log.row(at)
        .time(tree.first)
        .connection(state.uid, state.flow)
        .text(tree.path)
        .text(tree.service)
        .text(tree.nativeFileSystem)
        .text(tree.shareType);
    if (extra) {
      ExtraColumns.write(log, state);
      log.bool(signed).bool(encryptionRequired);
    }
    log.end();
  }
}
