package io.smbscope.detect.sigma;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.sigma.Column.Kind;
import io.smbscope.event.NameEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** {@code dns}: a row for each exchange of the NetBIOS name service, by the DNS's words. */
final class Dns extends LogSource<NameEvent> {
  private static final String STATUS = "status";
  private static final int NB = 32;
  private static final int NBSTAT = 33;

  /** Opcodes. RFC 1002 4.2.1.1 */
  private static final Map<String, Integer> OPCODES =
      Map.of(
          "query",
          0,
          STATUS,
          0,
          "registration",
          5,
          "release",
          6,
          "wack",
          7,
          "refresh",
          8,
          "multihomed-registration",
          15);

  /** Response codes by their result. RFC 1002 4.2.6, 4.2.11 */
  private static final Map<String, Integer> RCODES =
      Map.of(
          "positive", 0,
          "unasked", 0,
          "format-error", 1,
          "server-error", 2,
          "name-error", 3,
          "unsupported-request-error", 4,
          "refused-error", 5,
          "active-error", 6,
          "name-in-conflict-error", 7);

  private static final List<String> RCODE_NAMES =
      List.of(
          "NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN", "YXRRSET");

  Dns() {
    super("dns", all(), Set.of("uid", "AA", "TC", "RD", "RA", "Z"));
  }

  private static List<Column<NameEvent>> all() {
    List<Column<NameEvent>> columns =
        new ArrayList<>(
            columns(
                NameEvent::start, any -> null, NameEvent::client, NameEvent::server, List.of()));
    columns.removeIf(column -> column.name().equals("uid"));
    columns.addAll(
        List.of(
            text("proto", any -> "udp"),
            number("trans_id", NameEvent::transactionId),
            number("rtt", name -> name.responseNanos() == null ? null : name.responseNanos() / 1e9),
            text("query", Dns::query),
            number("qclass", any -> 1),
            text("qclass_name", any -> "C_INTERNET"),
            number("qtype", name -> name.operation().equals(STATUS) ? NBSTAT : NB),
            text("qtype_name", name -> name.operation().equals(STATUS) ? "NBSTAT" : "NIMLOC"),
            number("rcode", name -> RCODES.get(name.result())),
            text("rcode_name", Dns::rcodeName),
            new Column<>("answers", Kind.TEXTS, Dns::answers),
            number("TTLs", NameEvent::ttl),
            new Column<>("rejected", Kind.BOOL, Dns::rejected),
            number("opcode", name -> OPCODES.get(name.operation())),
            text("opcode_name", Dns::opcodeName)));
    return columns;
  }

  private static String query(NameEvent name) {
    boolean scoped = name.scope() != null && !name.scope().isEmpty();
    return scoped ? name.name() + "." + name.scope() : name.name();
  }

  private static String rcodeName(NameEvent name) {
    Integer code = RCODES.get(name.result());
    return code == null ? null : RCODE_NAMES.get(code);
  }

  private static List<String> answers(NameEvent name) {
    boolean answered = RCODES.getOrDefault(name.result(), 1) == 0;
    if (!answered) {
      return null;
    }
    return name.names().isEmpty() ? name.addresses() : name.names();
  }

  private static Boolean rejected(NameEvent name) {
    return RCODES.getOrDefault(name.result(), 0) != 0;
  }

  private static String opcodeName(NameEvent name) {
    Integer code = OPCODES.get(name.operation());
    if (code == null) {
      return null;
    }
    return switch (code) {
      case 0 -> "netbios-query";
      case 5 -> "netbios-registration";
      default -> "netbios-opcode-" + code;
    };
  }

  @Override
  Stamp at(NameEvent name) {
    return name.at();
  }

  @Override
  Long flow(NameEvent name) {
    return null;
  }

  @Override
  void describe(NameEvent name, Sighting sighting) {
    sighting.client(name.client().ip()).server(name.server().ip());
  }

  @Override
  void listen(Listeners on, boolean everything, Consumer<NameEvent> rows) {
    on.name(rows);
  }
}
