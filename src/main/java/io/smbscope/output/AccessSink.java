package io.smbscope.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FileEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.TreeEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Who did what to which file: an {@link AccessRow} for each user, client, server, share and file,
 * as JSON lines at the end. Bounded: where there are more rows than it keeps, that used longest ago
 * is written at once, and another follows when it is used again; their counts add up.
 */
public final class AccessSink implements EventSink {
  private static final int ROWS = 65_536;
  private static final int SHARES = 16_384;
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .characterEscapes(new WireEscapes())
          .rootValueSeparator((String) null)
          .build();

  private static final Comparator<String> PRESENT_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  /** By server, share, file, then by who. */
  private static final Comparator<AccessRow.Key> ORDER =
      Comparator.comparing(AccessRow.Key::server, PRESENT_FIRST)
          .thenComparing(AccessRow.Key::share, PRESENT_FIRST)
          .thenComparing(AccessRow.Key::file, PRESENT_FIRST)
          .thenComparing(AccessRow.Key::user, PRESENT_FIRST)
          .thenComparing(AccessRow.Key::client, PRESENT_FIRST);

  private final int limit;
  private final LineTarget target;
  private final BinaryOperator<String> sensitive;
  private final LineOctets octets = new LineOctets();
  private final JsonGenerator json;
  private final JsonFields fields;

  /** Least recently used first; bounded by {@link #limit}. */
  private final LinkedHashMap<AccessRow.Key, AccessRow> rows = new LinkedHashMap<>(16, 0.75f, true);

  /** How shares, without a file in their key, were protected; least recently used first. */
  private final LinkedHashMap<AccessRow.Key, AccessProtection> shares =
      new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param target where the lines go; closed with this sink
   * @param sensitive which kind of sensitive path a share and a file in it are, or null
   */
  public AccessSink(LineTarget target, BinaryOperator<String> sensitive) throws IOException {
    this(target, sensitive, ROWS);
  }

  /** With another number of rows kept. */
  AccessSink(LineTarget target, BinaryOperator<String> sensitive, int limit) throws IOException {
    this.sensitive = sensitive;
    this.limit = limit;
    this.target = target;
    json = FACTORY.createGenerator(octets);
    fields = new JsonFields(json);
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof FileEvent file) {
      AccessRow.Key key =
          AccessRow.Key.of(file.user(), file.client(), file.server(), file.share(), file.name());
      row(key).add(file);
      protection(key.ofShare()).add(file.dialect());
    } else if (event instanceof TreeEvent tree) {
      AccessRow.Key key =
          AccessRow.Key.of(tree.user(), tree.client(), tree.server(), tree.path(), null);
      row(key).add(tree);
      protection(key).add(tree);
    } else if (event instanceof SessionEvent session
        && session.established()
        && session.trees().isEmpty()) {
      AccessRow.Key key =
          AccessRow.Key.of(user(session), session.client(), session.server(), null, null);
      row(key).add(session);
      protection(key).add(session);
    }
  }

  private static String user(SessionEvent session) {
    Identity identity = session.identity();
    return identity == null ? null : identity.account();
  }

  private AccessRow row(AccessRow.Key key) throws IOException {
    AccessRow row = rows.get(key);
    if (row == null) {
      if (rows.size() >= limit) {
        Iterator<AccessRow> eldest = rows.values().iterator();
        write(eldest.next());
        eldest.remove();
      }
      row =
          new AccessRow(key, key.file() == null ? null : sensitive.apply(key.share(), key.file()));
      rows.put(key, row);
    }
    return row;
  }

  private AccessProtection protection(AccessRow.Key share) {
    AccessProtection protection = shares.get(share);
    if (protection == null) {
      if (shares.size() >= SHARES) {
        Iterator<AccessProtection> eldest = shares.values().iterator();
        eldest.next();
        eldest.remove();
      }
      protection = new AccessProtection();
      shares.put(share, protection);
    }
    return protection;
  }

  private void write(AccessRow row) throws IOException {
    json.writeStartObject();
    row.write(fields);
    AccessProtection protection = shares.get(row.key().ofShare());
    if (protection != null) {
      protection.write(fields);
    }
    row.writeTimes(fields);
    json.writeEndObject();
    json.flush();
    octets.passTo(target, null);
  }

  /** Writes the rows that are left. */
  @Override
  public void close() throws IOException {
    List<AccessRow> rest = new ArrayList<>(rows.values());
    rest.sort(Comparator.comparing(AccessRow::key, ORDER));
    for (AccessRow row : rest) {
      write(row);
    }
    rows.clear();
    target.close();
  }
}
