package io.smbscope.dissect.field;

import io.smbscope.base.NtStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What grammars say once for all: how a field is shown ({@code -fields}), what numbers mean ({@code
 * -values}) and which fields are within them ({@code -bits}).
 */
final class SharedKeys {
  /** The table of values that no grammar needs to list. */
  private static final String NT_STATUS = "nt_status";

  private final Map<String, Map<?, ?>> fields = new HashMap<>();
  private final Map<String, Map<Long, String>> tables = new HashMap<>();
  private final Map<String, Map<?, ?>> bits = new HashMap<>();

  /**
   * @param roots of all grammars, as YAML gives them
   */
  SharedKeys(List<Map<?, ?>> roots) {
    for (Map<?, ?> root : roots) {
      GrammarFile.map(root.get("-fields"))
          .forEach((name, keys) -> fields.put((String) name, GrammarFile.map(keys)));
      GrammarFile.map(root.get("-bits"))
          .forEach((name, table) -> bits.put((String) name, GrammarFile.map(table)));
      GrammarFile.map(root.get("-values"))
          .forEach(
              (name, table) ->
                  tables.putIfAbsent((String) name, GrammarFile.values(GrammarFile.map(table))));
    }
    tables.put(NT_STATUS, NtStatus.names());
  }

  /** The keys of a field with what is said of it elsewhere; what they say themselves goes first. */
  Map<?, ?> with(Map<?, ?> keys) {
    Map<?, ?> more = fields.get((String) keys.get("name"));
    if (more == null) {
      return keys;
    }
    Map<Object, Object> all = new LinkedHashMap<>(more);
    all.putAll(keys);
    return all;
  }

  /** A table by its name; empty when no grammar has it. */
  Map<Long, String> values(String name) {
    return tables.getOrDefault(name, Map.of());
  }

  /** A table, or the one of that name; empty when no grammar has it. */
  Map<?, ?> bits(Object tableOrName) {
    return tableOrName instanceof String name
        ? bits.getOrDefault(name, Map.of())
        : GrammarFile.map(tableOrName);
  }
}
