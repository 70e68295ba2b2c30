package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.event.ContentEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code files.log}: a row for each file whose content came by, and each connection that carried
 * it. A row waits until its open is told of, which brings type and digests, or its first connection
 * ends.
 */
final class FilesLog {
  /** Files that wait, over all connections. */
  private static final int LIMIT = 16_384;

  private static final String EXECUTABLE = "application/x-dosexec";

  private final ZeekLog log;
  private int waiting;

  FilesLog(ZeekForm form) {
    List<Column> columns =
        new ArrayList<>(
            Column.list(
                "ts", "time",
                "fuid", "string",
                "uid", "string",
                "id.orig_h", "addr",
                "id.orig_p", "port",
                "id.resp_h", "addr",
                "id.resp_p", "port",
                "source", "string",
                "depth", "count",
                "analyzers", "set[string]",
                "mime_type", "string",
                "filename", "string",
                "duration", "interval",
                "local_orig", "bool",
                "is_orig", "bool",
                "seen_bytes", "count",
                "total_bytes", "count",
                "missing_bytes", "count",
                "overflow_bytes", "count",
                "timedout", "bool",
                "parent_fuid", "string",
                "md5", "string",
                "sha1", "string",
                "sha256", "string",
                "extracted", "string",
                "extracted_cutoff", "bool",
                "extracted_size", "count"));
    this.log = new ZeekLog(form, "files", columns);
  }

  ZeekLog file() {
    return log;
  }

  /** Nothing more comes of a file. */
  void ended(AnalyzedFile file, Stamp at) throws IOException {
    SmbState connection = file.connections().get(0);
    if (connection.over || waiting >= LIMIT) {
      write(file, null, at);
    } else {
      connection.endedFiles.add(file);
      waiting++;
    }
  }

  /** Tells what was read or written over an open. */
  void content(SmbState connection, ContentEvent content) throws IOException {
    List<AnalyzedFile> files = connection.endedFiles;
    if (files.isEmpty() || content.open() == null) {
      return;
    }
    OpenKey open =
        new OpenKey(content.open().persistentId() + content.open().volatileId(), content.written());
    int kept = 0;
    for (int i = 0; i < files.size(); i++) {
      AnalyzedFile file = files.get(i);
      if (file.open.equals(open)) {
        write(file, content, content.at());
        waiting--;
      } else {
        files.set(kept++, file);
      }
    }
    files.subList(kept, files.size()).clear();
  }

  /** A connection ended: of its opens nothing more is told. */
  void flowEnded(SmbState connection, Stamp at) throws IOException {
    for (AnalyzedFile file : connection.endedFiles) {
      write(file, null, at);
    }
    waiting -= connection.endedFiles.size();
    connection.endedFiles.clear();
  }

  private void write(AnalyzedFile file, ContentEvent content, Stamp at) throws IOException {
    for (SmbState connection : file.connections()) {
      row(file, connection, content, at);
    }
  }

  private void row(AnalyzedFile file, SmbState connection, ContentEvent content, Stamp at)
      throws IOException {
    FileStream stream = file.stream;
    String mime = content == null || !stream.startSeen() ? null : content.mime();
    boolean whole = content != null && stream.missing() == 0 && stream.seen() == content.size();
    String sender = file.fromClient ? connection.flow.client().ip() : connection.flow.server().ip();
    log.row(at).time(file.first).text(file.fuid).connection(connection.uid, connection.flow);
    log.text("SMB")
        .count(0)
        .set(EXECUTABLE.equals(mime) ? List.of("PE") : List.of())
        .text(mime)
        .text(file.name)
        .interval(file.first, file.last)
        .bool(LocalNets.hold(sender))
        .bool(file.fromClient)
        .count(stream.seen())
        .count(stream.total())
        .count(stream.missing())
        .count(stream.overflow())
        .bool(file.timedOut)
        .unset()
        .text(whole ? content.md5() : null)
        .text(whole ? content.sha1() : null)
        .text(whole ? content.sha256() : null)
        .unset()
        .unset()
        .unset();
    log.end();
  }
}
