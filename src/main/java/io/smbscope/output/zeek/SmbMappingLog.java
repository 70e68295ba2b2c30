package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code smb_mapping.log}: a row for each tree connect that the server granted. */
final class SmbMappingLog {
  private final ZeekLog log;

  SmbMappingLog(ZeekForm form) {
    List<Column> columns =
        new ArrayList<>(
            Column.ofConnection(
                "path", "string",
                "service", "string",
                "native_file_system", "string",
                "share_type", "string"));
    this.log = new ZeekLog(form, "smb_mapping", columns);
  }

  ZeekLog file() {
    return log;
  }

  /** Writes the current tree. */
  void row(SmbState state, Stamp at) throws IOException {
    SmbTree tree = state.tree;
    log.row(at)
        .time(tree.first)
        .connection(state.uid, state.flow)
        .text(tree.path)
        .text(tree.service)
        .text(tree.nativeFileSystem)
        .text(tree.shareType);
    log.end();
  }
}
