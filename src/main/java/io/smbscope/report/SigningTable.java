package io.smbscope.report;

import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Encryption;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Signing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How much of the traffic was signed, and if not, why. One row for each verdict and reason, both of
 * a fixed set. Connections without an SMB message do not count.
 */
final class SigningTable {
  private final Map<Key, Tally> rows =
      new TreeMap<>(
          (one, other) -> {
            int order = one.verdict.compareTo(other.verdict);
            return order != 0 ? order : one.why.compareTo(other.why);
          });
  private final Few algorithms = new Few();

  private record Key(Signing.Verdict verdict, String why) {
    // Written out: what the compiler leaves to be made at run time would slow down every start.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && verdict == key.verdict && Objects.equals(why, key.why);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hashCode(verdict) + Objects.hashCode(why);
    }
  }

  private static final class Tally {
    private long connections;
    private long sessions;
    private long signed;
    private long unsigned;
  }

  private Tally at(Signing signing, Encryption encryption) {
    return rows.computeIfAbsent(
        new Key(Verdicts.of(signing), Verdicts.why(signing, encryption)), unused -> new Tally());
  }

  void add(ConnectionEvent event) {
    if (event.traffic() == null || event.traffic().messages() == 0) {
      return;
    }
    Signing signing = event.signing();
    Tally tally = at(signing, event.encryption());
    tally.connections++;
    if (signing != null) {
      tally.signed += signing.signedMessages();
      tally.unsigned += signing.unsignedMessages();
      if (signing.signedMessages() > 0) {
        algorithms.add(signing.algorithm());
      }
    }
  }

  void add(SessionEvent event) {
    if (event.established()) {
      at(event.signing(), event.encryption()).sessions++;
    }
  }

  Section section() {
    List<List<Cell>> cells = new ArrayList<>();
    rows.forEach(
        (key, tally) ->
            cells.add(
                List.of(
                    Cell.of(key.verdict.label(), Verdicts.style(key.verdict)),
                    Cell.of(key.why),
                    Cell.count(tally.connections),
                    Cell.count(tally.sessions),
                    Cell.count(tally.signed),
                    Cell.count(tally.unsigned))));
    return new Section(
        "Signing",
        algorithms.text(3),
        List.of(
            Column.word("VERDICT", 0),
            Column.word("WHY", 1),
            Column.number("CONNS", 0),
            Column.number("SESSIONS", 3),
            Column.number("SIGNED", 2),
            Column.number("UNSIGNED", 1)),
        cells,
        List.of());
  }
}
