package io.smbscope.report;

import java.util.List;

/**
 * One part of the summary: a table and what is to be said of it.
 *
 * @param note beside the title, or empty
 * @param rows as many cells each as there are columns; a section without rows is not shown
 * @param remarks below the table: what was left out, what the table cannot say
 */
record Section(
    String title, String note, List<Column> columns, List<List<Cell>> rows, List<Cell> remarks) {

  boolean isEmpty() {
    return rows.isEmpty();
  }
}
