package io.smbscope.detect.coercion;

import io.smbscope.detect.Calls;
import io.smbscope.detect.Rule;
import io.smbscope.event.Confidence;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The calls that make a server open a path on another host. */
final class Coercing {
  private static final String ADVICE =
      "Block the call on the server, require signing where it could be relayed to, and find out"
          + " what runs on the client.";

  static final Rule EFSR =
      rule("coerce-efsr", "EFS", "A call of the Encrypting File System's interface names a path.");

  static final Rule RPRN =
      rule(
          "coerce-rprn",
          "the print spooler",
          "A printer change notification is asked for on behalf of a third host.");

  static final Rule DFSNM =
      rule("coerce-dfsnm", "DFS", "A call of netdfs adds or removes a root on another server.");

  static final Rule FSRVP =
      rule("coerce-fsrvp", "VSS", "A call asks for shadow copies of a share on another server.");

  static final Rule EVEN =
      rule("coerce-even", "the event log", "A call opens or writes a backup log on a share.");

  private static final int FIND_FIRST_NOTIFICATION = 62;
  private static final int FIND_FIRST_NOTIFICATION_EX = 65;

  /**
   * Which operations, and the argument that names the path.
   *
   * @param sealed severity where the path cannot be read
   */
  record Kind(Rule rule, Set<Integer> opnums, String path, Severity sealed) {}

  /** All that take a path. [MS-EFSR] 3.1.4.2 */
  private static final Set<Integer> EFSR_OPNUMS =
      Set.of(0, 4, 5, 6, 7, 8, 9, 12, 13, 15, 16, 18, 19, 21, 22);

  private static final Map<UUID, Kind> KINDS =
      Map.of(
          Calls.EFSRPC,
          new Kind(EFSR, EFSR_OPNUMS, "FileName", Severity.HIGH),
          Calls.EFSRPC_OF_LSASS,
          new Kind(EFSR, EFSR_OPNUMS, "FileName", Severity.HIGH),
          // Every Windows client asks its print server so, naming itself.
          Calls.SPOOLSS,
          new Kind(
              RPRN,
              Set.of(FIND_FIRST_NOTIFICATION, FIND_FIRST_NOTIFICATION_EX),
              "pszLocalMachine",
              Severity.LOW),
          Calls.NETDFS,
          new Kind(DFSNM, Set.of(12, 13, 15, 23), "ServerName", Severity.HIGH),
          // Backup software asks so.
          Calls.FSSAGENT,
          new Kind(FSRVP, Set.of(8, 9), "ShareName", Severity.MEDIUM),
          Calls.EVENTLOG,
          new Kind(EVEN, Set.of(1, 9, 13, 16), "BackupFileName", Severity.MEDIUM));

  private Coercing() {}

  private static Rule rule(String id, String what, String evidence) {
    return Rule.of(
        id,
        "Server sent to another host by " + what,
        Severity.HIGH,
        Confidence.MEDIUM,
        "T1187",
        evidence,
        ADVICE);
  }

  /** Null for other calls. */
  static Kind of(RpcEvent event) {
    Kind kind = event.interfaceId() == null ? null : KINDS.get(event.interfaceId());
    return kind != null && kind.opnums().contains(Calls.opnum(event)) ? kind : null;
  }

  /** The path that the call names; null where it cannot be read. */
  static String path(Kind kind, RpcEvent event) {
    String path = event.argument(kind.path());
    if (path == null && kind.rule().equals(EFSR)) {
      path = event.argument("SrcFileName");
    }
    if (path == null && kind.rule().equals(DFSNM)) {
      path = event.argument("pTargetPath");
    }
    return path;
  }

  /**
   * The host that a path leads to, in upper case: of a UNC path in any of its forms, or of a
   * server's name by itself; null for a path on the server itself. {@code HOST@80} is one over
   * HTTP.
   *
   * @param bare a name without backslashes is a host's
   */
  static String host(String path, boolean bare) {
    String rest = path.replace('/', '\\').toUpperCase(Locale.ROOT);
    if (rest.startsWith("\\??\\UNC\\") || rest.startsWith("\\\\?\\UNC\\")) {
      rest = rest.substring(8);
    } else if (rest.startsWith("\\\\")) {
      rest = rest.substring(2);
    } else if (!bare || rest.startsWith("\\") || rest.indexOf(':') == 1) {
      return null;
    }
    int end = rest.indexOf('\\');
    String host = end < 0 ? rest : rest.substring(0, end);
    return host.isEmpty() ? null : host;
  }
}
