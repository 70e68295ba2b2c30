package io.smbscope.base;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files written one after another: {@code trace-00001.pcapng}, {@code trace-00002.pcapng}.
 * A series that is there already is continued. Used by one thread.
 */
public final class FileSeries {
  private static final Pattern NAME = Pattern.compile("(?<stem>.+?)(?<extension>\\.[A-Za-z0-9]+)?");

  private final Path folder;
  private final String stem;
  private final String extension;
  private final int keep;
  private final TreeMap<Long, Path> files = new TreeMap<>();
  private long last;

  /**
   * Finds the files of the series that are there.
   *
   * @param file whose name the others' begin with
   * @param usualExtension of a name that has none; may be empty
   * @param keep how many there may be; 0 for any number
   */
  public FileSeries(Path file, String usualExtension, int keep) throws IOException {
    Matcher name = NAME.matcher(file.getFileName().toString());
    boolean named = name.matches() && name.group("extension") != null;
    this.stem = named ? name.group("stem") : file.getFileName().toString();
    this.extension = named ? name.group("extension") : usualExtension;
    this.folder = file.toAbsolutePath().getParent();
    this.keep = keep;
    Pattern numbered =
        Pattern.compile(Pattern.quote(stem) + "-([0-9]{5,18})" + Pattern.quote(extension));
    try (DirectoryStream<Path> present = Files.newDirectoryStream(folder)) {
      for (Path path : present) {
        Matcher number = numbered.matcher(path.getFileName().toString());
        if (number.matches()) {
          files.put(Long.parseLong(number.group(1)), path);
        }
      }
    }
    last = files.isEmpty() ? 0 : files.lastKey();
  }

  /** The next name; deletes the oldest files, so that with this one there are not too many. */
  public Path next() {
    last++;
    Path next = folder.resolve("%s-%05d%s".formatted(stem, last, extension));
    files.put(last, next);
    while (keep > 0 && files.size() > keep) {
      Map.Entry<Long, Path> oldest = files.pollFirstEntry();
      try {
        Files.deleteIfExists(oldest.getValue());
      } catch (IOException remains) {
        // It is no worse than if it had been asked to stay.
      }
    }
    return next;
  }
}
