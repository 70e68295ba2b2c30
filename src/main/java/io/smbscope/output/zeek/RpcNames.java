package io.smbscope.output.zeek;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Names of DCE/RPC interfaces and operations in Zeek's logs. */
final class RpcNames {
  /** Operations that are many and tell little, by endpoint. */
  private static final Map<String, Set<String>> IGNORED =
      Map.of(
          "winreg",
          Set.of(
              "BaseRegCloseKey",
              "BaseRegGetVersion",
              "BaseRegOpenKey",
              "BaseRegQueryValue",
              "BaseRegDeleteKeyEx",
              "OpenLocalMachine",
              "BaseRegEnumKey",
              "OpenClassesRoot"),
          "spoolss",
          Set.of("RpcSplOpenPrinter", "RpcClosePrinter"),
          "wkssvc",
          Set.of("NetrWkstaGetInfo"));

  private RpcNames() {}

  static String endpoint(UUID interfaceId) {
    return "unknown-" + interfaceId;
  }

  static String operation(UUID interfaceId, int opnum) {
    return "unknown-" + opnum;
  }

  static boolean isIgnored(String endpoint, String operation) {
    Set<String> operations = IGNORED.get(endpoint);
    return operations != null && operations.contains(operation);
  }
}
