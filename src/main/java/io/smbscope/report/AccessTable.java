package io.smbscope.report;

import io.smbscope.event.Encryption;
import io.smbscope.event.FileEvent;
import io.smbscope.event.Signing;
import io.smbscope.event.TreeEvent;
import io.smbscope.smb.AccessRights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Objects;

/** Who reaches which share from where, with what rights, and what was done there. */
final class AccessTable {
  private static final Comparator<Access> MOST =
      Comparator.comparingLong(Access::octets)
          .thenComparingLong(access -> access.changes)
          .thenComparingLong(access -> access.opens)
          .reversed();

  /** The share's name is in upper case. */
  private final Groups<Reach, Access> groups;

  /** Of the last event; the next one is mostly of the same. */
  private Reach lastKey;

  private String lastPath;
  private Access last;

  AccessTable(int limit) {
    groups =
        new Groups<>(
            limit, Access::new, (one, other) -> MOST.compare(one.getValue(), other.getValue()));
  }

  private static final class Access {
    private String path;
    private Long rights;
    private String protection;
    private boolean mixed;
    private Style style = Style.PLAIN;
    private long opens;
    private long read;
    private long written;
    private long listed;
    private long changes;
    private long refused;

    long octets() {
      return read + written;
    }

    void protectedBy(Cell word) {
      if (protection != null && !protection.equals(word.text())) {
        mixed = true;
      }
      protection = word.text();
      style = word.style();
    }
  }

  void add(TreeEvent event) {
    if (event.path() == null || event.end().equals("refused")) {
      return;
    }
    Access access =
        at(event.user(), Wire.ip(event.client()), Wire.ip(event.server()), event.path());
    if (event.maximalAccess() != null) {
      long mask = event.maximalAccess();
      access.rights = access.rights == null ? mask : Long.valueOf(access.rights | mask);
    }
    Encryption.Verdict encryption = Verdicts.of(event.encryption());
    boolean encrypted =
        encryption == Encryption.Verdict.ENCRYPTED || encryption == Encryption.Verdict.PARTLY;
    Signing.Verdict signing = Verdicts.of(event.signing());
    if (encrypted) {
      access.protectedBy(Verdicts.word(encryption));
    } else if (signing != Signing.Verdict.NONE) {
      access.protectedBy(Verdicts.word(signing));
    }
  }

  void add(FileEvent event) {
    if (event.share() == null) {
      return;
    }
    Access access =
        at(event.user(), Wire.ip(event.client()), Wire.ip(event.server()), event.share());
    if (event.end().equals("refused")) {
      access.refused++;
      return;
    }
    access.opens++;
    access.read += event.bytesRead();
    access.written += event.bytesWritten();
    access.listed += event.listings() > 0 ? 1 : 0;
    boolean changed =
        event.renamedTo() != null
            || event.deleted() != null
            || "CREATED".equals(event.action())
            || "OVERWRITTEN".equals(event.action())
            || "SUPERSEDED".equals(event.action());
    access.changes += changed ? 1 : 0;
  }

  private Access at(String user, String client, String server, String path) {
    boolean again =
        last != null
            && path.equals(lastPath)
            && Objects.equals(user, lastKey.user())
            && client.equals(lastKey.client())
            && server.equals(lastKey.server());
    if (again) {
      return last;
    }
    String name = Wire.shareName(Wire.kept(path)).toUpperCase(Locale.ROOT);
    lastKey = new Reach(Wire.kept(user), client, server, name);
    lastPath = path;
    last = groups.at(lastKey);
    if (last.path == null) {
      last.path = Wire.kept(path);
    }
    return last;
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry<Reach, Access> entry : groups.top(Summary.TOP)) {
      Access access = entry.getValue();
      rows.add(
          List.of(
              Cell.of(entry.getKey().user()),
              Cell.of(entry.getKey().client()),
              Cell.share(access.path),
              Cell.of(access.rights == null ? "" : AccessRights.most(access.rights)),
              access.mixed
                  ? Cell.of("mixed", Style.WARN)
                  : Cell.of(access.protection, access.style),
              Cell.bytes(access.read),
              Cell.bytes(access.written),
              Cell.count(access.changes),
              Cell.count(access.listed),
              Cell.count(access.refused).with(Style.WARN)));
    }
    return new Section(
        "Who reaches what",
        Amounts.count(groups.total()),
        List.of(
            Column.text("USER", 0),
            Column.address("CLIENT", 0),
            Column.text("SHARE", 0),
            Column.word("RIGHTS", 1),
            Column.word("PROTECTION", 2),
            Column.number("READ", 1),
            Column.number("WRITTEN", 1),
            Column.number("CHANGED", 2),
            Column.number("LISTED", 3),
            Column.number("REFUSED", 4)),
        rows,
        groups.leftOut(rows.size()));
  }
}
