package io.smbscope.report;

import io.smbscope.event.Encryption;
import io.smbscope.event.Signing;
import io.smbscope.event.TreeEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Set;

/** Shares by server and name, with who reached them and how. By octets read and written. */
final class ShareTable {
  private final Groups<Key, Share> shares;

  ShareTable(int limit) {
    shares =
        new Groups<>(
            limit,
            Share::new,
            (one, other) -> {
              Share share = one.getValue();
              Share another = other.getValue();
              int order = Long.compare(another.read + another.written, share.read + share.written);
              order = order != 0 ? order : Long.compare(another.opens, share.opens);
              return order != 0 ? order : Long.compare(another.refused, share.refused);
            });
  }

  /** The name is in upper case; empty when the path was not seen. */
  private record Key(String server, String name) {
    // Written out: what the compiler leaves to be made at run time would slow down every start.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(server, key.server)
          && Objects.equals(name, key.name);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hashCode(server) + Objects.hashCode(name);
    }
  }

  private static final class Share {
    private final Few users = new Few();
    private final Few clients = new Few();
    private final Few dialects = new Few();
    private final Set<Signing.Verdict> signing = EnumSet.noneOf(Signing.Verdict.class);
    private final Set<Encryption.Verdict> encryption = EnumSet.noneOf(Encryption.Verdict.class);
    private String path;
    private String type;
    private boolean smb1;
    private long connects;
    private long refused;
    private long opens;
    private long failedOpens;
    private long read;
    private long written;
  }

  void add(TreeEvent event) {
    String name = Wire.shareName(Wire.kept(event.path()));
    Share share =
        shares.at(
            new Key(Wire.ip(event.server()), name == null ? "" : name.toUpperCase(Locale.ROOT)));
    if (share.path == null) {
      share.path = Wire.kept(event.path());
    }
    if (share.type == null) {
      share.type = event.type();
    }
    share.users.add(event.user());
    share.clients.add(Wire.ip(event.client()));
    share.dialects.add(Dialects.label(event.dialect()));
    share.smb1 |= Dialects.isSmb1(event.dialect());
    if (event.end().equals("refused")) {
      share.refused++;
      return;
    }
    share.connects++;
    share.signing.add(Verdicts.of(event.signing()));
    share.encryption.add(Verdicts.of(event.encryption()));
    share.opens += event.opens();
    share.failedOpens += event.failedOpens();
    share.read += event.bytesRead();
    share.written += event.bytesWritten();
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry<Key, Share> entry : shares.top(Summary.ROWS)) {
      Share share = entry.getValue();
      rows.add(
          List.of(
              path(entry.getKey(), share),
              Cell.of(share.type),
              Cell.of(share.users, 2),
              Cell.of(share.clients, 2),
              Cell.of(share.dialects, 2).with(share.smb1 ? Style.BAD : Style.PLAIN),
              signing(share),
              encryption(share),
              Cell.bytes(share.read),
              Cell.bytes(share.written),
              Cell.count(share.opens),
              Cell.count(share.failedOpens).with(Style.WARN),
              Cell.count(share.refused).with(share.connects == 0 ? Style.BAD : Style.WARN)));
    }
    return new Section(
        "Shares",
        Amounts.count(shares.total()),
        List.of(
            Column.text("SHARE", 0),
            Column.word("TYPE", 7),
            Column.text("USERS", 0),
            Column.address("CLIENTS", 4),
            Column.text("SMB", 5),
            Column.word("SIGNING", 3),
            Column.word("ENCRYPTION", 2),
            Column.number("READ", 1),
            Column.number("WRITTEN", 1),
            Column.number("OPENS", 6),
            Column.number("FAILED", 6),
            Column.number("REFUSED", 2)),
        rows,
        shares.leftOut(rows.size()));
  }

  private static Cell path(Key key, Share share) {
    return share.path == null
        ? Cell.of("(not seen, " + key.server + ")", Style.FAINT)
        : Cell.share(share.path);
  }

  private static Cell signing(Share share) {
    share.signing.remove(Signing.Verdict.NONE);
    return share.signing.size() > 1
        ? Cell.of("mixed", Style.WARN)
        : Verdicts.word(share.signing.stream().findFirst().orElse(Signing.Verdict.NONE));
  }

  private static Cell encryption(Share share) {
    if (share.encryption.isEmpty()) {
      return Cell.of("");
    }
    return share.encryption.size() > 1
        ? Cell.of("mixed", Style.WARN)
        : Verdicts.word(share.encryption.iterator().next());
  }
}
