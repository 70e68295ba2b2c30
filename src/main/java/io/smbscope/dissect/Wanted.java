package io.smbscope.dissect;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which fields are to be shown; others are not made. Immutable. */
public final class Wanted {
  private static final String COLUMN = "_ws.col.";

  /**
   * Fields whose values the dissectors follow, so that they are read even when others are wanted.
   */
  private static final List<String> FOLLOWED = List.of("smb.fid", "smb.tid");

  /** What stands before SMB. */
  private static final Set<String> OUTER =
      Set.of("frame", "eth", "vlan", "sll", "ip", "ipv6", "tcp", "udp", "nbss");

  /** Every field. */
  public static final Wanted ALL = new Wanted(null, true);

  private final BitSet indexes;
  private final BitSet followed = new BitSet();
  private final boolean line;
  private final boolean path;
  private final Map<Class<?>, Plan> plans = new ConcurrentHashMap<>();

  private Wanted(BitSet indexes, boolean line) {
    this.indexes = indexes;
    for (String name : FOLLOWED) {
      Fields.all().of(name).forEach(field -> followed.set(field.index()));
    }
    this.line = line;
    this.path = wants(Fields.named("frame.protocols"));
  }

  /** The fields of these names. */
  public static Wanted of(Collection<String> names) {
    BitSet indexes = new BitSet();
    for (String name : names) {
      Fields.all().of(name).forEach(field -> indexes.set(field.index()));
    }
    return new Wanted(indexes, names.stream().anyMatch(name -> name.startsWith(COLUMN)));
  }

  /** The same, and these. */
  public Wanted and(Collection<String> names) {
    if (indexes == null) {
      return this;
    }
    Wanted more = of(names);
    BitSet both = (BitSet) indexes.clone();
    both.or(more.indexes);
    return new Wanted(both, line || more.line);
  }

  /** The same, and each frame's one line. */
  public Wanted withLine() {
    return new Wanted(indexes, true);
  }

  /** Each frame's one line is. */
  boolean line() {
    return line;
  }

  /** Which protocols a frame goes through is. */
  boolean path() {
    return path;
  }

  public boolean everything() {
    return indexes == null;
  }

  public boolean wants(Field field) {
    return indexes == null || indexes.get(field.index());
  }

  /** Nothing but these, and what stands before SMB. */
  boolean only(Collection<String> names) {
    if (indexes == null || line) {
      return false;
    }
    BitSet others = (BitSet) indexes.clone();
    for (String name : Fields.all().names()) {
      int dot = name.indexOf('.');
      if (names.contains(name) || OUTER.contains(name.substring(0, Math.max(dot, 0)))) {
        others.clear(Fields.named(name).index());
      }
    }
    return others.isEmpty();
  }

  /** The field or any of its bits; or it is followed. */
  boolean wantsAnyOf(Field field) {
    return wants(field) || follows(field) || field.bits().stream().anyMatch(this::wantsAnyOf);
  }

  /** Its values are looked at, shown or not. */
  boolean follows(Field field) {
    return followed.get(field.index());
  }

  /** How to show a parser's class. */
  Plan plan(Class<?> type) {
    Plan plan = plans.get(type);
    return plan != null ? plan : plans.computeIfAbsent(type, t -> Plan.of(t, this));
  }
}
