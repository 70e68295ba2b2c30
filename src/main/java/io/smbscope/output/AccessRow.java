package io.smbscope.output;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import io.smbscope.smb.AccessRights;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What one user did from one client to one file, or with a share as a whole. */
final class AccessRow {
  /** Characters kept of one text. */
  private static final int KEPT = 512;

  private static final Set<String> REMOVALS = Set.of("delete", "rmdir");

  /**
   * Who and what. Two are the same whatever the case of share and file.
   *
   * @param user or null
   * @param share or null where it was not seen
   * @param file null for the share as a whole; empty for its root folder
   */
  record Key(String user, String client, String server, String share, String file) {
    static Key of(String user, Endpoint client, Endpoint server, String share, String file) {
      return new Key(kept(user), client.ip(), server.ip(), kept(share), kept(file));
    }

    Key ofShare() {
      return file == null ? this : new Key(user, client, server, share, null);
    }

    private static String kept(String text) {
      return text == null || text.length() <= KEPT ? text : text.substring(0, KEPT) + "…";
    }

    private static boolean same(String one, String other) {
      return one == null ? other == null : one.equalsIgnoreCase(other);
    }

    private static int hash(String text) {
      return text == null ? 0 : text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && same(file, key.file)
          && same(share, key.share)
          && Objects.equals(user, key.user)
          && Objects.equals(client, key.client)
          && Objects.equals(server, key.server);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * (31 * hash(file) + hash(share)) + Objects.hash(user, client))
          + server.hashCode();
    }
  }

  private final Key key;
  private final String sensitive;
  private final Map<String, Long> operations = new TreeMap<>();
  private String type;
  private long bytesRead;
  private long bytesWritten;
  private Long desired;
  private Long granted;
  private Stamp first;
  private Stamp last;

  /**
   * @param sensitive which kind of sensitive path it is, or null
   */
  AccessRow(Key key, String sensitive) {
    this.key = key;
    this.sensitive = sensitive;
  }

  Key key() {
    return key;
  }

  void add(FileEvent event) {
    seen(event.start(), event.at());
    type = event.type() == null ? type : event.type();
    desired = or(desired, event.desiredAccess());
    boolean open = event.operation().equals("open");
    boolean failed = event.status() != null && !event.status().equals("STATUS_SUCCESS");
    if (event.end().equals("refused") || (failed && !open)) {
      count("refused", 1);
      return;
    }
    granted = or(granted, event.grantedAccess());
    bytesRead += event.bytesRead();
    bytesWritten += event.bytesWritten();
    count("open", open ? 1 : 0);
    count("read", event.reads());
    count("write", event.writes());
    count("list", event.listings());
    count("set-info", event.setInfo().isEmpty() ? 0 : 1);
    count("create", "CREATED".equals(event.action()) || event.operation().equals("mkdir") ? 1 : 0);
    boolean overwritten =
        "OVERWRITTEN".equals(event.action()) || "SUPERSEDED".equals(event.action());
    count("overwrite", overwritten ? 1 : 0);
    count("rename", event.renamedTo() == null ? 0 : 1);
    boolean removed = event.deleted() != null || REMOVALS.contains(event.operation());
    count("delete", removed ? 1 : 0);
    boolean executed =
        "file".equals(event.type())
            && event.desiredAccess() != null
            && AccessRights.execute(event.desiredAccess());
    count("execute", executed ? 1 : 0);
  }

  void add(TreeEvent event) {
    seen(event.start(), event.at());
    type = event.type() == null ? type : event.type();
    granted = or(granted, event.maximalAccess());
    count(event.end().equals("refused") ? "refused" : "connect", 1);
  }

  void add(SessionEvent event) {
    seen(event.start(), event.at());
    count("session", 1);
  }

  private void count(String operation, long times) {
    if (times > 0) {
      operations.merge(operation, times, Long::sum);
    }
  }

  private static Long or(Long mask, Long more) {
    return more == null ? mask : mask == null ? more : Long.valueOf(mask | more);
  }

  private void seen(Stamp start, Stamp end) {
    Stamp begin = start == null ? end : start;
    first = first == null || begin.packet() < first.packet() ? begin : first;
    last = last == null || end.packet() > last.packet() ? end : last;
  }

  void write(JsonFields out) throws IOException {
    out.text("type", "access");
    out.text("user", key.user());
    out.text("client", key.client());
    out.text("server", key.server());
    out.text("share", key.share());
    out.text("file", key.file());
    out.text(key.file() == null ? "share_type" : "file_type", type);
    out.text("sensitive", sensitive);
    out.counts("operations", operations);
    out.number("bytes_read", bytesRead);
    out.number("bytes_written", bytesWritten);
    boolean folder = key.file() == null || "directory".equals(type);
    rights(out, "desired", desired, folder);
    rights(out, "granted", granted, folder);
  }

  private static void rights(JsonFields out, String name, Long mask, boolean folder)
      throws IOException {
    if (mask != null) {
      out.mask(name + "_access", mask);
      out.texts(name + "_rights", AccessRights.words(mask, folder));
    }
  }

  void writeTimes(JsonFields out) throws IOException {
    out.stamp("first_packet", "first_time", first);
    out.stamp("last_packet", "last_time", last);
  }
}
