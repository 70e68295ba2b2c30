package io.smbscope.detect.config;

import io.smbscope.detect.Networks.Network;
import io.smbscope.detect.policy.Inventory;
import io.smbscope.detect.policy.Inventory.Host;
import io.smbscope.detect.policy.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The hosts of a network as comma separated values: columns {@code mac}, {@code address}, {@code
 * name}, {@code role} in any order, named in the first line; at least one of the first two. Empty
 * lines and those that begin with {@code #} are passed over; semicolons may stand for commas.
 */
public final class InventoryFile {
  private static final List<String> COLUMNS = List.of("mac", "address", "name", "role");
  private static final Pattern MAC =
      Pattern.compile(
          "([0-9a-f]{2}:){5}[0-9a-f]{2}|([0-9a-f]{2}-){5}[0-9a-f]{2}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}|[0-9a-f]{12}");

  /** A field, and the column that it begins in, from 1. */
  private record Field(String text, int column) {}

  private final String file;
  private final List<Host> hosts = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private List<String> header;
  private char separator;
  private int line;

  private InventoryFile(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException it cannot be read, or something is wrong; says where and what
   */
  public static Inventory read(Path file) {
    return of(file.toString(), TextFile.read(file));
  }

  static Inventory of(String file, String text) {
    InventoryFile reader = new InventoryFile(file);
    text.lines().forEach(reader::line);
    if (reader.header == null) {
      throw new IllegalArgumentException(
          file + ":1:1: the first line names the columns: " + String.join(",", COLUMNS));
    }
    return new Inventory(file, reader.hosts);
  }

  private void line(String text) {
    line++;
    if (text.isBlank() || text.startsWith("#")) {
      return;
    }
    if (header == null) {
      separator = text.indexOf(';') >= 0 ? ';' : ',';
      header(fields(text));
    } else {
      host(fields(text));
    }
  }

  private List<Field> fields(String text) {
    List<Field> fields = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int begin = at;
      StringBuilder field = new StringBuilder();
      boolean quoted = false;
      while (at < text.length() && (quoted || text.charAt(at) != separator)) {
        char c = text.charAt(at++);
        if (c != '"') {
          field.append(c);
        } else if (quoted && at < text.length() && text.charAt(at) == '"') {
          field.append(text.charAt(at++));
        } else {
          quoted = !quoted;
        }
      }
      Field whole = new Field(field.toString().strip(), begin + 1);
      if (quoted) {
        throw wrong(whole, "a quotation mark has no second one");
      }
      fields.add(whole);
      at++;
    }
    return fields;
  }

  private void header(List<Field> fields) {
    List<String> names = new ArrayList<>();
    for (Field field : fields) {
      String name = field.text().toLowerCase(Locale.ROOT);
      if (!COLUMNS.contains(name)) {
        throw wrong(
            field,
            "unknown column '" + field.text() + "' (known: " + String.join(", ", COLUMNS) + ")");
      }
      if (names.contains(name)) {
        throw wrong(field, "column '" + name + "' is there twice");
      }
      names.add(name);
    }
    if (!names.contains("mac") && !names.contains("address")) {
      throw wrong(fields.get(0), "a column mac or address is wanted");
    }
    header = names;
  }

  private void host(List<Field> fields) {
    if (fields.size() > header.size()) {
      throw wrong(fields.get(header.size()), "more fields than columns");
    }
    String mac = null;
    Network address = null;
    String name = null;
    Role role = null;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (field.text().isEmpty()) {
        continue;
      }
      switch (header.get(i)) {
        case "mac" -> mac = once(field, mac(field));
        case "address" -> {
          address = address(field);
          once(field, address.toString());
        }
        case "name" -> name = field.text();
        default -> role = role(field);
      }
    }
    if (mac == null && address == null) {
      throw wrong(fields.get(0), "a host needs a mac or an address");
    }
    hosts.add(new Host(mac, address, name, role));
  }

  /** One that is there twice is a slip: what would hold of it? */
  private String once(Field field, String key) {
    Integer before = lines.putIfAbsent(key, line);
    if (before != null) {
      throw wrong(field, field.text() + " is in line " + before + " already");
    }
    return key;
  }

  private String mac(Field field) {
    String text = field.text().toLowerCase(Locale.ROOT);
    if (!MAC.matcher(text).matches()) {
      throw wrong(field, "no MAC address: " + field.text() + " (wanted as 00:11:22:33:44:55)");
    }
    return text.replaceAll("[:.-]", "").replaceAll("..(?!$)", "$0:");
  }

  private Network address(Field field) {
    try {
      return Network.of(field.text());
    } catch (IllegalArgumentException e) {
      throw (IllegalArgumentException) wrong(field, e.getMessage()).initCause(e);
    }
  }

  private Role role(Field field) {
    Role role = Role.of(field.text());
    if (role == null) {
      List<String> known = java.util.Arrays.stream(Role.values()).map(Role::label).toList();
      throw wrong(
          field, "unknown role '" + field.text() + "' (known: " + String.join(", ", known) + ")");
    }
    return role;
  }

  private IllegalArgumentException wrong(Field field, String what) {
    return new IllegalArgumentException(file + ":" + line + ":" + field.column() + ": " + what);
  }
}
