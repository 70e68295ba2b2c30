package io.smbscope.dissect.rpc;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The interfaces that Wireshark dissects, and of which operations it knows the arguments. */
final class DissectedInterfaces {
  private static final String TABLE = "interfaces.tsv";

  /**
   * @param opnum the field of the interface's own operation number
   */
  record Known(Field opnum, BitSet requests, BitSet responses) {
    boolean dissects(int operation, boolean request) {
      return (request ? requests : responses).get(operation);
    }

    /** What its arguments are known by. */
    String key(int operation, boolean request) {
      String name = opnum.name();
      String prefix = name.substring(0, name.indexOf('.'));
      return prefix + " " + operation + (request ? " in" : " out");
    }
  }

  /** The table, read when it is first asked for. */
  private static final class Table {
    static final Map<RpcInterface, Known> KNOWN = read();
  }

  private DissectedInterfaces() {}

  /** Or null. */
  static Known of(RpcInterface called) {
    return Table.KNOWN.get(called);
  }

  private static Map<RpcInterface, Known> read() {
    Map<RpcInterface, Known> table = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                DissectedInterfaces.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] columns = line.split("\t", -1);
        table.put(
            new RpcInterface(UUID.fromString(columns[0]), Integer.parseInt(columns[1])),
            new Known(Fields.named(columns[2]), operations(columns[4]), operations(columns[5])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
    return Map.copyOf(table);
  }

  /** {@code 0-3,8} */
  private static BitSet operations(String ranges) {
    BitSet operations = new BitSet();
    for (String range : ranges.split(",", -1)) {
      if (range.equals("-")) {
        continue;
      }
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
      operations.set(first, last + 1);
    }
    return operations;
  }
}
