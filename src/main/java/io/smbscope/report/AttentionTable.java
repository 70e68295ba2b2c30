package io.smbscope.report;

import io.smbscope.base.AnomalyKind;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Encryption;
import io.smbscope.event.Endpoint;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Signing;
import io.smbscope.event.TreeEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a reader should look at first: one line for each weakness seen, with a few examples. */
final class AttentionTable {
  private static final int EXAMPLES = 3;

  private final Map<Weakness, Tally> weaknesses = new EnumMap<>(Weakness.class);

  /** In the order of the lines. */
  private enum Weakness {
    FAILED_LOGON("failed logon", "failed logons", Style.BAD, false),
    SMB1("connection on SMB1", "connections on SMB1", Style.BAD, true),
    PLAIN_TEXT("password in plain text", "passwords in plain text", Style.BAD, true),
    WEAK_RESPONSE("logon by LM or NTLMv1", "logons by LM or NTLMv1", Style.BAD, true),
    GUEST("session as guest", "sessions as guest", Style.BAD, true),
    ANONYMOUS("anonymous session", "anonymous sessions", Style.WARN, true),
    ENCRYPTION_MISSING(
        "session with encryption demanded, not seen",
        "sessions with encryption demanded, not seen",
        Style.BAD,
        false),
    SIGNING_MISSING(
        "session with signing required, not seen",
        "sessions with signing required, not seen",
        Style.BAD,
        false),
    UNSIGNED("session not signed", "sessions not signed", Style.BAD, true),
    REFUSED_SHARE("share refused", "shares refused", Style.WARN, false),
    OVERLAP(
        "TCP segment sent again with other content",
        "TCP segments sent again with other content",
        Style.BAD,
        true);

    private final String one;
    private final String many;
    private final Style style;

    /** A detection finds it too. */
    private final boolean found;

    Weakness(String one, String many, Style style, boolean found) {
      this.one = one;
      this.many = many;
      this.style = style;
      this.found = found;
    }
  }

  private static final class Tally {
    private final Few examples = new Few();
    private long count;
  }

  private void add(Weakness weakness, String example) {
    Tally tally = weaknesses.computeIfAbsent(weakness, unused -> new Tally());
    tally.count++;
    tally.examples.add(example);
  }

  void add(ConnectionEvent event) {
    if (Dialects.isSmb1(event.dialect())) {
      add(
          Weakness.SMB1,
          hosts(event.client(), event.server()) + " (" + Wire.kept(event.dialect()) + ")");
    }
  }

  void add(SessionEvent event) {
    String who = SessionTable.user(event);
    String example = who + " from " + hosts(event.client(), event.server());
    String mechanism = event.identity() == null ? null : event.identity().mechanism();
    if ("plain-text".equals(mechanism)) {
      add(Weakness.PLAIN_TEXT, example);
    } else if (mechanism != null && SessionTable.WEAK.contains(mechanism)) {
      add(Weakness.WEAK_RESPONSE, example);
    }
    if (!event.established()) {
      add(Weakness.FAILED_LOGON, example);
      return;
    }
    if (event.guest()) {
      add(Weakness.GUEST, example);
    } else if (event.anonymous()) {
      add(Weakness.ANONYMOUS, example);
    }
    if (Verdicts.of(event.encryption()) == Encryption.Verdict.DEMANDED_NOT_SEEN) {
      add(Weakness.ENCRYPTION_MISSING, example);
    }
    Signing.Verdict signing = Verdicts.of(event.signing());
    if (signing == Signing.Verdict.REQUIRED_NOT_SEEN) {
      add(Weakness.SIGNING_MISSING, example);
    } else if (signing == Signing.Verdict.UNSIGNED) {
      add(Weakness.UNSIGNED, example);
    }
  }

  void add(TreeEvent event) {
    if (event.end().equals("refused")) {
      String path = event.path() == null ? "(not seen)" : Wire.kept(event.path());
      String why = event.status() == null ? "" : " (" + Wire.shortStatus(event.status()) + ")";
      add(Weakness.REFUSED_SHARE, path + " to " + Wire.ip(event.client()) + why);
    }
  }

  void add(AnomalyEvent event) {
    if (event.anomaly().kind() == AnomalyKind.TCP_OVERLAP_CONFLICT) {
      add(Weakness.OVERLAP, hosts(event.client(), event.server()));
    }
  }

  private static String hosts(Endpoint client, Endpoint server) {
    return Wire.ip(client) + " to " + Wire.ip(server);
  }

  /**
   * @param detected findings stand above: only what these do not say
   */
  Section section(boolean detected) {
    List<List<Cell>> rows = new ArrayList<>();
    weaknesses.forEach(
        (weakness, tally) -> {
          if (detected && weakness.found) {
            return;
          }
          String words = tally.count == 1 ? weakness.one : weakness.many;
          rows.add(
              List.of(
                  Cell.count(tally.count).with(weakness.style),
                  Cell.of(words + ": " + tally.examples.text(EXAMPLES))));
        });
    return new Section(
        detected ? "Look at next" : "Look at first",
        "",
        List.of(Column.number("", 0), Column.prose("")),
        rows,
        List.of());
  }
}
