package io.smbscope.output.zeek;

import io.smbscope.rpc.Interfaces;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

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

  /** Zeek has no names of these opnums and those above, though they have some. */
  private static final Map<String, Integer> NAMED_BELOW =
      Map.of(
          "ITaskSchedulerService", 18,
          "drsuapi", 25,
          "lsarpc", 95,
          "netdfs", 23,
          "netlogon", 50,
          "nspi", 10,
          "samr", 70,
          "spoolss", 105,
          "svcctl", 55);

  private static final Pattern PIPE = Pattern.compile("\\\\pipe\\\\", Pattern.CASE_INSENSITIVE);

  /** By the name of a pipe whose bind was not seen. */
  private static final Map<String, UUID> USUAL =
      Map.of(
          "winreg", UUID.fromString("338cd001-2244-31f1-aaaa-900038001003"),
          "spoolss", UUID.fromString("12345678-1234-abcd-ef00-0123456789ab"),
          "srvsvc", UUID.fromString("4b324fc8-1670-01d3-1278-5a47bf6ee188"));

  private RpcNames() {}

  /** An unknown interface as {@code unknown-} and its UUID. */
  static String endpoint(UUID interfaceId) {
    String name = Interfaces.endpoint(interfaceId);
    return name == null ? "unknown-" + interfaceId : name;
  }

  /** An unknown operation as {@code unknown-} and its number. */
  static String operation(UUID interfaceId, int opnum) {
    String endpoint = Interfaces.endpoint(interfaceId);
    String name =
        endpoint == null || opnum >= NAMED_BELOW.getOrDefault(endpoint, Integer.MAX_VALUE)
            ? null
            : Interfaces.operation(interfaceId, opnum);
    return name == null ? "unknown-" + opnum : name;
  }

  /** The interface that is called through a pipe of that name, or null when it may be any. */
  static UUID usualInterface(String pipe) {
    String[] parts = PIPE.split(pipe, -1);
    return USUAL.get((parts.length > 1 ? parts[1] : pipe).toLowerCase(Locale.ROOT));
  }

  static boolean isIgnored(String endpoint, String operation) {
    Set<String> operations = IGNORED.get(endpoint);
    return operations != null && operations.contains(operation);
  }
}
