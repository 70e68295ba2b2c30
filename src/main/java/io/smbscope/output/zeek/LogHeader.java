package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The lines before and behind the rows of a log in columns, and what stands for them in JSON. */
final class LogHeader {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm-ss", java.util.Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private LogHeader() {}

  static void write(LogText text, String path, Stamp opened, List<Column> columns) {
    text.plain("#separator \\x09\n");
    text.plain("#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n");
    text.plain("#path\t" + path + "\n#open\t" + time(opened) + "\n#fields");
    for (Column column : columns) {
      text.plain("\t" + column.name());
    }
    text.plain("\n#types");
    for (Column column : columns) {
      text.plain("\t" + column.type());
    }
    text.plain("\n");
  }

  static void writeEnd(LogText text, Stamp closed) {
    text.plain("#close\t" + time(closed) + "\n");
  }

  /** {@code "name":} for each column. */
  static byte[][] jsonKeys(List<Column> columns) {
    byte[][] keys = new byte[columns.size()][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ('"' + columns.get(i).name() + "\":").getBytes(StandardCharsets.US_ASCII);
    }
    return keys;
  }

  private static String time(Stamp stamp) {
    return TIME.format(Instant.ofEpochSecond(0, stamp.nanos()));
  }
}
