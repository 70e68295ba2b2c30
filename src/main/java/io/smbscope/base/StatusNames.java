package io.smbscope.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Names of numbers, from a resource whose rows {@code 0x0000001F<TAB>NAME<LF>} ascend by number.
 */
final class StatusNames {
  private static final int NUMBER_START = 2;
  private static final int NAME_START = 11;
  private static final int HEX_DIGIT_BITS = 4;

  private final byte[] table;

  /** Offsets of the rows in the table, and of its end. */
  private final int[] rows;

  private StatusNames(byte[] table) {
    this.table = table;
    int count = 0;
    for (byte octet : table) {
      count += octet == '\n' ? 1 : 0;
    }
    rows = new int[count + 1];
    int row = 0;
    for (int i = 0; i < table.length; i++) {
      if (table[i] == '\n') {
        rows[++row] = i + 1;
      }
    }
  }

  static StatusNames load(String resource) {
    try (InputStream in = StatusNames.class.getResourceAsStream(resource)) {
      return new StatusNames(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number's name, null when it has none. */
  String name(long number) {
    int low = 0;
    int high = rows.length - 2;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = number(rows[middle]);
      if (found == number) {
        return text(middle);
      }
      if (found < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /** In their order. */
  void forEach(BiConsumer<Long, String> each) {
    for (int row = 0; row < rows.length - 1; row++) {
      each.accept(number(rows[row]), text(row));
    }
  }

  private String text(int row) {
    int start = rows[row] + NAME_START;
    return new String(table, start, rows[row + 1] - 1 - start, StandardCharsets.ISO_8859_1);
  }

  private long number(int row) {
    long number = 0;
    for (int i = row + NUMBER_START; i < row + NAME_START - 1; i++) {
      number = number << HEX_DIGIT_BITS | Character.digit(table[i], 16);
    }
    return number;
  }
}
