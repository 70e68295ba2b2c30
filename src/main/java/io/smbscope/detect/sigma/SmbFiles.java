package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Sighting;
import io.smbscope.event.FileEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * {@code smb_files}: a row for each open, rename and delete, of pipes too; for rules that ask for
 * the action also one for reads, writes, changed attributes and the close of an open.
 */
final class SmbFiles extends LogSource<SmbFiles.Use> {
  /**
   * What was done with a file.
   *
   * @param action as {@code SMB::FILE_OPEN}
   * @param usual Zeek logs it by default, or it is the open of a pipe
   * @param formerName null unless it was renamed
   */
  record Use(FileEvent file, String action, boolean usual, String name, String formerName) {}

  /** What is opened, and what is done with it. */
  private enum Kind {
    FILE,
    PIPE,
    PRINT;

    private final String open = "SMB::" + name() + "_OPEN";
    private final String read = "SMB::" + name() + "_READ";
    private final String write = "SMB::" + name() + "_WRITE";
    private final String close = "SMB::" + name() + "_CLOSE";

    static Kind of(FileEvent file) {
      if (file.isPipe()) {
        return PIPE;
      }
      return "printer".equals(file.type()) ? PRINT : FILE;
    }
  }

  private static final String ACTION = "action";
  private static final String RENAME = "SMB::FILE_RENAME";
  private static final String DELETE = "SMB::FILE_DELETE";
  private static final String SET_ATTRIBUTE = "SMB::FILE_SET_ATTRIBUTE";

  private static final String SHARE_ROOT = "<share_root>";
  private static final String SUCCESS = "STATUS_SUCCESS";

  private static final String PATH = "path";

  SmbFiles() {
    super(
        "smb_files",
        columns(
            use -> use.file.start(),
            use -> use.file.connection(),
            use -> use.file.client(),
            use -> use.file.server(),
            List.of(
                text(ACTION, Use::action),
                new Column<>(PATH, Column.Kind.SHARE, use -> use.file.share()),
                new Column<>("name", Column.Kind.NAME, Use::name),
                number("size", use -> use.file.size()),
                new Column<>("prev_name", Column.Kind.NAME, Use::formerName),
                time("times.modified", FileEvent::modified),
                time("times.accessed", FileEvent::accessed),
                time("times.created", FileEvent::created),
                time("times.changed", FileEvent::changed))),
        Set.of("fuid"));
  }

  private static Column<Use> time(String name, Function<FileEvent, Instant> of) {
    return new Column<>(name, Column.Kind.TIME, use -> seconds(of.apply(use.file)));
  }

  private static Double seconds(Instant instant) {
    return instant == null ? null : instant.getEpochSecond() + instant.getNano() / 1e9;
  }

  @Override
  boolean ofPipe(Use use) {
    return use.file.isPipe();
  }

  @Override
  boolean usual(Use use) {
    return use.usual;
  }

  @Override
  boolean wantsAll(Set<Integer> asked) {
    return asked.contains(column(ACTION));
  }

  @Override
  Integer shared() {
    return column(PATH);
  }

  @Override
  Stamp at(Use use) {
    return use.file.at();
  }

  @Override
  Long flow(Use use) {
    return use.file.connection();
  }

  @Override
  void describe(Use use, Sighting sighting) {
    FileEvent file = use.file;
    sighting
        .flow(file.connection())
        .client(file.client().ip())
        .server(file.server().ip())
        .user(file.user())
        .share(file.share());
    if (file.isPipe()) {
      sighting.pipe(file.name());
    } else {
      sighting.file(file.name());
    }
  }

  @Override
  void listen(Listeners on, boolean everything, Consumer<Use> rows) {
    on.open(file -> opened(file, rows));
    on.pipe(file -> opened(file, rows));
    on.openEnd(file -> ended(file, everything, rows));
    on.pipeEnd(file -> ended(file, everything, rows));
  }

  private static void opened(FileEvent file, Consumer<Use> rows) {
    boolean granted = file.status() == null ? file.inferred() : !"refused".equals(file.end());
    if (!granted) {
      return;
    }
    if (file.operation().equals("open")) {
      rows.accept(new Use(file, Kind.of(file).open, true, shown(file.name()), null));
    } else if (file.operation().equals("print")) {
      rows.accept(new Use(file, Kind.PRINT.open, true, shown(file.name()), null));
    }
  }

  private static void ended(FileEvent file, boolean everything, Consumer<Use> rows) {
    if (!file.operation().equals("open")) {
      if (SUCCESS.equals(file.status())) {
        ofPath(file, rows);
      }
      return;
    }
    if (everything) {
      used(file, rows);
    }
    if (file.renamedTo() != null) {
      rows.accept(new Use(file, RENAME, true, file.renamedTo(), shown(file.name())));
    }
    if (file.deleted() != null) {
      rows.accept(new Use(file, DELETE, true, shown(file.name()), null));
    }
    if (everything && "close".equals(file.end())) {
      rows.accept(new Use(file, Kind.of(file).close, false, shown(file.name()), null));
    }
  }

  private static void used(FileEvent file, Consumer<Use> rows) {
    Kind kind = Kind.of(file);
    String name = shown(file.name());
    if (file.reads() > 0) {
      rows.accept(new Use(file, kind.read, false, name, null));
    }
    if (file.writes() > 0) {
      rows.accept(new Use(file, kind.write, false, name, null));
    }
    if (file.setInfo().contains("FileBasicInformation")) {
      rows.accept(new Use(file, SET_ATTRIBUTE, false, name, null));
    }
  }

  /** SMB1 renames and deletes by path. */
  private static void ofPath(FileEvent file, Consumer<Use> rows) {
    switch (file.operation()) {
      case "rename" -> rows.accept(new Use(file, RENAME, true, file.renamedTo(), file.name()));
      case "delete", "rmdir" -> rows.accept(new Use(file, DELETE, true, file.name(), null));
      case "set-info" -> rows.accept(new Use(file, SET_ATTRIBUTE, false, file.name(), null));
      default -> {
        // No row of Zeek's.
      }
    }
  }

  private static String shown(String name) {
    return name != null && name.isEmpty() ? SHARE_ROOT : name;
  }
}
