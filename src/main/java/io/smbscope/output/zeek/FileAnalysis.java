package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files whose content is coming by, over all connections. One ends when it is whole, when it is
 * closed, after two minutes without content, and with the input.
 */
final class FileAnalysis {
  private static final long IDLE_NANOS = 120_000_000_000L;
  private static final int LIMIT = 8_192;
  private static final int CHECKED_AT_ONCE = 64;

  private final ZeekIds ids;
  private final FilesLog log;
  private final SmbFilesLog names;

  /** In the order in which they are looked at whether they were idle for too long. */
  private final Map<FileHandle, AnalyzedFile> files = new LinkedHashMap<>();

  /** Before that no file is looked at, nanoseconds since 1970. */
  private long nextCheck;

  FileAnalysis(ZeekIds ids, FilesLog log, SmbFilesLog names) {
    this.ids = ids;
    this.log = log;
    this.names = names;
  }

  /** Content of the current file of a connection came. */
  void content(SmbState state, boolean fromClient, OpenKey open, long start, long count, Stamp at)
      throws IOException {
    FileHandle handle = FileHandle.of(state);
    if (handle == null) {
      return;
    }
    AnalyzedFile file = files.get(handle);
    if (file == null) {
      if (files.size() >= LIMIT) {
        end(files.values().iterator().next(), at, true);
      }
      file = new AnalyzedFile(handle, ids.fuid(handle), fromClient, open, at);
      file.checkAt = at.nanos() + IDLE_NANOS;
      files.put(handle, file);
    }
    file.last = at;
    if (file.seenOn(state)) {
      state.file.fuid = file.fuid;
      if (state.file.size != 0) {
        file.stream.total(state.file.size);
      }
      if (state.file.name != null) {
        file.name = state.file.name;
      }
      names.row(state, at);
    }
    file.stream.add(start, count);
    if (file.stream.complete()) {
      end(file, at, false);
    }
  }

  /** The current file of a connection was closed. */
  void closed(SmbState state, Stamp at) throws IOException {
    FileHandle handle = FileHandle.of(state);
    AnalyzedFile file = handle == null ? null : files.get(handle);
    if (file != null) {
      end(file, at, false);
    }
  }

  /** Ends those that were idle for too long. */
  void advance(Stamp now) throws IOException {
    if (now.nanos() < nextCheck) {
      return;
    }
    for (int i = 0; i < CHECKED_AT_ONCE && !files.isEmpty(); i++) {
      Iterator<AnalyzedFile> eldest = files.values().iterator();
      AnalyzedFile file = eldest.next();
      if (now.nanos() < file.checkAt) {
        nextCheck = file.checkAt;
        return;
      }
      if (now.nanos() - file.last.nanos() >= IDLE_NANOS) {
        end(file, now, true);
      } else {
        eldest.remove();
        file.checkAt = now.nanos() + IDLE_NANOS;
        files.put(file.handle, file);
      }
    }
  }

  /** The input is over. */
  void end() throws IOException {
    List<AnalyzedFile> left = new ArrayList<>(files.values());
    for (AnalyzedFile file : left) {
      end(file, file.last, true);
    }
  }

  private void end(AnalyzedFile file, Stamp at, boolean timedOut) throws IOException {
    files.remove(file.handle);
    file.timedOut = timedOut;
    file.stream.end();
    names.row(file.connections().get(0), at);
    log.ended(file, at);
  }
}
