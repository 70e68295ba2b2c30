package io.smbscope.report;

import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.Encryption;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How much of the traffic was encrypted, and if not, why. One row for each verdict and reason, both
 * of a fixed set. Connections without an SMB message do not count.
 */
final class EncryptionTable {
  private final Map<Key, Tally> rows =
      new TreeMap<>(
          (one, other) -> {
            int order = one.verdict.compareTo(other.verdict);
            return order != 0 ? order : one.why.compareTo(other.why);
          });
  private final Few ciphers = new Few();
  private final Few demandingShares = new Few();
  private long hiddenMessages;
  private long hiddenBytes;

  private record Key(Encryption.Verdict verdict, String why) {
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
    private long trees;
    private long bytes;
  }

  private Tally at(Encryption encryption, String dialect) {
    Key key = new Key(Verdicts.of(encryption), Verdicts.why(encryption, dialect));
    return rows.computeIfAbsent(key, unused -> new Tally());
  }

  void add(ConnectionEvent event) {
    if (event.traffic() == null || event.traffic().messages() == 0) {
      return;
    }
    Encryption encryption = event.encryption();
    Tally tally = at(encryption, event.dialect());
    tally.connections++;
    tally.bytes += event.traffic().clientBytes() + event.traffic().serverBytes();
    if (encryption != null && encryption.encryptedMessages() > 0) {
      hiddenMessages += encryption.encryptedMessages();
      hiddenBytes += encryption.encryptedBytes();
      ciphers.add(
          encryption.cipherInferred() && encryption.cipher() != null
              ? encryption.cipher() + " (inferred)"
              : encryption.cipher());
    }
  }

  void add(SessionEvent event) {
    if (event.established()) {
      at(event.encryption(), event.dialect()).sessions++;
    }
  }

  void add(TreeEvent event) {
    if (event.end().equals("refused")) {
      return;
    }
    at(event.encryption(), event.dialect()).trees++;
    if (event.encryption() != null && event.encryption().demandedByShare()) {
      demandingShares.add(event.path());
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
                    Cell.count(tally.trees),
                    Cell.bytes(tally.bytes))));
    return new Section(
        "Encryption",
        ciphers.text(3),
        List.of(
            Column.word("VERDICT", 0),
            Column.word("WHY", 1),
            Column.number("CONNS", 0),
            Column.number("SESSIONS", 2),
            Column.number("SHARES", 3),
            Column.number("BYTES", 1)),
        cells,
        remarks());
  }

  private List<Cell> remarks() {
    List<Cell> remarks = new ArrayList<>();
    if (!demandingShares.isEmpty()) {
      remarks.add(Cell.of("demanded by the share: " + demandingShares.text(4)));
    }
    if (hiddenMessages > 0) {
      remarks.add(
          Cell.of(
              "not visible: the commands, names and content of "
                  + Amounts.count(hiddenMessages, "encrypted message")
                  + " ("
                  + Amounts.bytes(hiddenBytes)
                  + ")"));
    }
    return remarks;
  }
}
