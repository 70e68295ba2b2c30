package io.smbscope.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Names of numbers, from a resource whose rows {@code 0x0000001F<TAB>NAME} ascend by number. */
final class StatusNames {
  private static final int VALUE_START = 2;
  private static final int VALUE_END = 10;
  private static final int NAME_START = 11;

  private final long[] values;
  private final String[] names;

  private StatusNames(List<String> rows) {
    values = new long[rows.size()];
    names = new String[rows.size()];
    for (int i = 0; i < values.length; i++) {
      String row = rows.get(i);
      values[i] = Long.parseLong(row, VALUE_START, VALUE_END, 16);
      names[i] = row.substring(NAME_START);
    }
  }

  static StatusNames load(String resource) {
    try (InputStream in = StatusNames.class.getResourceAsStream(resource);
        BufferedReader rows =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return new StatusNames(rows.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number's name, null when it has none. */
  String name(long value) {
    int found = Arrays.binarySearch(values, value);
    return found >= 0 ? names[found] : null;
  }
}
