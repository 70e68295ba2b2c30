package io.smbscope.report;

import io.smbscope.event.OpenRef;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TreeRef;
import io.smbscope.smb.smb1.ReadAndX;
import io.smbscope.smb.smb1.WriteAndX;
import io.smbscope.smb.smb2.Read;
import io.smbscope.smb.smb2.Write;

/** What READs and WRITEs move, for the busiest shares and files. */
final class OctetsMoved {
  private OctetsMoved() {}

  static void of(Smb2CommandEvent event, Busiest shares, Busiest files) {
    if (event.response() instanceof Read.Response read) {
      add(event.tree(), event.open(), read.dataLength(), 0, shares, files);
    } else if (event.response() instanceof Write.Response written) {
      add(event.tree(), event.open(), 0, written.count(), shares, files);
    }
  }

  static void of(Smb1CommandEvent event, Busiest shares, Busiest files) {
    for (Smb1CommandEvent.Step step : event.steps()) {
      if (step.response() instanceof ReadAndX.Response read) {
        add(event.tree(), step.open(), read.dataLength(), 0, shares, files);
      } else if (step.response() instanceof WriteAndX.Response written) {
        add(event.tree(), step.open(), 0, written.count(), shares, files);
      }
    }
  }

  private static void add(
      TreeRef tree, OpenRef open, long read, long written, Busiest shares, Busiest files) {
    String path = tree == null ? null : tree.path();
    shares.add(path, read, written);
    if (path != null && open != null && open.name() != null && !"pipe".equals(open.type())) {
      // SMB1 names begin with it, SMB2 names do not.
      String between = open.name().startsWith("\\") ? "" : "\\";
      files.add(path + between + open.name(), read, written);
    }
  }
}
