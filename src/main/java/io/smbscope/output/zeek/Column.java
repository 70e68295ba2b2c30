package io.smbscope.output.zeek;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of a log.
 *
 * @param name as in {@code #fields}
 * @param type as in {@code #types}: {@code time}, {@code string}, {@code addr}, {@code port},
 *     {@code enum}, {@code count}, {@code int}, {@code interval}, {@code bool}, {@code
 *     set[string]}, {@code vector[interval]}
 */
record Column(String name, String type) {

  /** By name and type in turn. */
  static List<Column> list(String... namesAndTypes) {
    List<Column> columns = new ArrayList<>(namesAndTypes.length / 2);
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      columns.add(new Column(namesAndTypes[i], namesAndTypes[i + 1]));
    }
    return List.copyOf(columns);
  }

  /** {@code ts}, then {@code uid} and the four columns of {@code id}, then these. */
  static List<Column> ofConnection(String... namesAndTypes) {
    List<Column> columns =
        new ArrayList<>(
            list(
                "ts", "time",
                "uid", "string",
                "id.orig_h", "addr",
                "id.orig_p", "port",
                "id.resp_h", "addr",
                "id.resp_p", "port"));
    columns.addAll(list(namesAndTypes));
    return List.copyOf(columns);
  }
}
