package io.smbscope.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Names of interfaces and their operations as the specifications and, with them, Zeek and Suricata
 * know them. They stand in {@code interfaces.tsv}: a line with UUID and name for each interface,
 * and below it a line with opnum and name for each operation.
 */
public final class Interfaces {
  private static final String TABLE = "interfaces.tsv";

  /** The table, read when it is first asked for. */
  private static final class Known {
    static final Map<UUID, Interface> INTERFACES = read();
  }

  private record Interface(String endpoint, Map<Integer, String> operations) {}

  private Interfaces() {}

  /** As {@code srvsvc}; null when it is not known. */
  public static String endpoint(UUID interfaceId) {
    Interface known = Known.INTERFACES.get(interfaceId);
    return known == null ? null : known.endpoint();
  }

  /** As {@code NetrShareEnum}; null when it is not known. */
  public static String operation(UUID interfaceId, int opnum) {
    Interface known = Known.INTERFACES.get(interfaceId);
    return known == null ? null : known.operations().get(opnum);
  }

  private static Map<UUID, Interface> read() {
    Map<UUID, Interface> interfaces = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Interfaces.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      Map<Integer, String> operations = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        String name = line.substring(line.lastIndexOf('\t') + 1);
        if (line.startsWith("#")) {
          continue;
        }
        if (tab > 0) {
          operations = new HashMap<>();
          interfaces.put(UUID.fromString(line.substring(0, tab)), new Interface(name, operations));
        } else if (operations != null) {
          operations.put(Integer.valueOf(line.substring(1, line.lastIndexOf('\t'))), name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
    return Map.copyOf(interfaces);
  }
}
