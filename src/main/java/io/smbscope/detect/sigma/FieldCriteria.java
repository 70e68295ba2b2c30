package io.smbscope.detect.sigma;

import io.smbscope.detect.Edges;
import io.smbscope.detect.Networks;
import io.smbscope.detect.sigma.Column.Kind;
import io.smbscope.detect.sigma.Modifiers.Name;
import io.smbscope.detect.sigma.Yaml.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Criteria of one column, by what a rule says of its values. Each throws {@link
 * IllegalArgumentException}, which says what cannot be.
 */
final class FieldCriteria {
  /** From so many texts on they are looked up, not compared one by one. */
  private static final int MANY = 4;

  private final LogSource<?> source;
  private final int column;
  private final Kind kind;
  private final String field;
  private final Modifiers modifiers;

  FieldCriteria(LogSource<?> source, int column, Modifiers modifiers) {
    this.source = source;
    this.column = column;
    this.kind = source.columns().get(column).kind();
    this.field = source.columns().get(column).name();
    this.modifiers = modifiers;
  }

  Criterion of(List<Scalar> values) {
    Criterion criterion = oneOf(values);
    if (criterion == null && areTexts(values) && !modifiers.has(Name.ALL)) {
      criterion = text(values.stream().map(Scalar::text).toList());
    }
    if (criterion == null) {
      List<Criterion> criteria = new ArrayList<>(values.size());
      for (Scalar value : values) {
        criteria.add(of(value));
      }
      criterion = modifiers.has(Name.ALL) ? Criterion.all(criteria) : Criterion.any(criteria);
    }
    return modifiers.has(Name.NEQ) ? criterion.not() : criterion;
  }

  private boolean areTexts(List<Scalar> values) {
    boolean texts =
        switch (kind) {
          case NUMBER, TIME, BOOL -> false;
          default -> modifiers.part() == null && modifiers.compare() == null;
        };
    return texts
        && Stream.of(Name.EXISTS, Name.RE, Name.CIDR, Name.FIELDREF).noneMatch(modifiers::has)
        && values.stream().allMatch(value -> value.value() != null);
  }

  /** Many plain texts at once; null where it is anything else. */
  private Criterion oneOf(List<Scalar> values) {
    boolean plain = kind == Kind.TEXT || kind == Kind.NAME || kind == Kind.ADDRESS;
    if (values.size() < MANY || !plain || !modifiers.names().isEmpty()) {
      return null;
    }
    Set<String> texts = new HashSet<>();
    Set<String> rooted = new HashSet<>();
    Set<String> either = new HashSet<>();
    Edges edges = new Edges();
    for (Scalar value : values) {
      Glob glob = Glob.of(value.text());
      if (value.value() == null || glob.hasWildcards()) {
        return null;
      }
      boolean asked = kind == Kind.NAME && glob.asksRoot();
      String text = Fold.of(glob.text());
      (asked ? rooted : texts).add(text);
      either.add(asked ? text.substring(1) : text);
    }
    either.forEach(edges::addStart);
    return row -> {
      String sent = row.plain(column);
      if (sent == null || !edges.mayMatch(sent)) {
        return false;
      }
      String text = row.folded(column);
      return either.contains(text)
          && (texts.contains(text) || rooted.contains(row.rooted(column, false)));
    };
  }

  private Criterion of(Scalar value) {
    if (modifiers.has(Name.EXISTS)) {
      return exists(value);
    }
    if (modifiers.part() != null || modifiers.compare() != null) {
      return compared(value);
    }
    if (value.value() == null) {
      if (!modifiers.names().isEmpty() && !modifiers.names().equals(Set.of(Name.NEQ))) {
        throw new IllegalArgumentException("null with a modifier");
      }
      return row -> row.value(column) == null;
    }
    if (modifiers.has(Name.RE)) {
      return search(value.text());
    }
    if (modifiers.has(Name.CIDR)) {
      return cidr(value.text());
    }
    if (modifiers.has(Name.FIELDREF)) {
      return sameAs(value.text());
    }
    return switch (kind) {
      case NUMBER -> number(value);
      case TIME -> time(value);
      case BOOL -> bool(value);
      default -> text(List.of(value.text()));
    };
  }

  private Criterion exists(Scalar value) {
    if (!(value.value() instanceof Boolean wanted)) {
      throw new IllegalArgumentException(
          "`exists` takes true or false, not `" + value.text() + "`");
    }
    return row -> (row.value(column) != null) == wanted;
  }

  private Criterion compared(Scalar value) {
    Name compare = modifiers.compare();
    Name part = modifiers.part();
    if (part != null && kind != Kind.TIME) {
      throw new IllegalArgumentException(
          "`" + part.name().toLowerCase(Locale.ROOT) + "` of `" + field + "`, which is no time");
    }
    if (kind != Kind.NUMBER && kind != Kind.TIME) {
      throw new IllegalArgumentException("`" + field + "` is no number");
    }
    double wanted = number(value.text());
    return row -> {
      Object seen = row.value(column);
      if (seen == null) {
        return false;
      }
      double number = ((Number) seen).doubleValue();
      return compares(part == null ? number : TimePart.of(part, number), compare, wanted);
    };
  }

  private static boolean compares(double seen, Name compare, double wanted) {
    if (compare == null) {
      return seen == wanted;
    }
    return switch (compare) {
      case LT -> seen < wanted;
      case LTE -> seen <= wanted;
      case GT -> seen > wanted;
      default -> seen >= wanted;
    };
  }

  private double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "`" + field + "` is a number, which `" + text + "` is not", e);
    }
  }

  private Criterion number(Scalar value) {
    Glob glob = Glob.of(value.text()).open(modifiers.openBefore(), modifiers.openBehind());
    if (glob.hasWildcards()) {
      Predicate<String> pattern = glob.compile(true);
      return row -> row.value(column) != null && pattern.test(row.text(column));
    }
    double wanted =
        value.value() instanceof Number number ? number.doubleValue() : number(value.text());
    return row -> row.value(column) instanceof Number seen && seen.doubleValue() == wanted;
  }

  private Criterion time(Scalar value) {
    if (modifiers.openBefore() || modifiers.openBehind()) {
      throw new IllegalArgumentException("`" + field + "` is a time in seconds, no text");
    }
    double wanted = number(value.text());
    return row -> row.value(column) instanceof Number seen && seen.doubleValue() == wanted;
  }

  private Criterion bool(Scalar value) {
    boolean text = modifiers.openBefore() || modifiers.openBehind();
    String said = value.text().toLowerCase(Locale.ROOT);
    if (text || !Set.of("true", "false", "t", "f").contains(said)) {
      throw new IllegalArgumentException(
          "`" + field + "` is true or false, which `" + value.text() + "` is not");
    }
    Boolean wanted = said.startsWith("t");
    return row -> wanted.equals(row.value(column));
  }

  /** Any of them; a text is fetched once for all. */
  private Criterion text(List<String> said) {
    boolean cased = modifiers.has(Name.CASED);
    List<Glob> rooted = new ArrayList<>();
    List<Glob> plain = new ArrayList<>();
    List<Criterion> criteria = new ArrayList<>();
    for (String each : said) {
      for (Glob glob : Transforms.of(each, modifiers.transforms())) {
        Glob open = glob.open(modifiers.openBefore(), modifiers.openBehind());
        if (kind == Kind.NAME && open.asksRoot()) {
          rooted.add(open);
        } else if (open.isEmpty() && kind != Kind.TEXTS) {
          criteria.add(row -> "".equals(row.value(column)));
        } else {
          plain.add(kind == Kind.SHARE ? open.ofShare() : open);
        }
      }
    }
    if (!plain.isEmpty()) {
      criteria.add(plain(Glob.Any.of(plain, cased), cased));
    }
    if (!rooted.isEmpty()) {
      criteria.add(rooted(Glob.Any.of(rooted, cased), cased));
    }
    return Criterion.any(criteria);
  }

  private Criterion rooted(Glob.Any pattern, boolean cased) {
    return row -> {
      String text = row.rooted(column, cased);
      return text != null && pattern.mayMatch(text) && pattern.matches(text);
    };
  }

  private Criterion plain(Glob.Any pattern, boolean cased) {
    if (kind == Kind.TEXTS) {
      return row ->
          row.value(column) instanceof List<?> texts
              && texts.stream()
                  .map(String::valueOf)
                  .anyMatch(text -> pattern.matches(cased ? text : Fold.of(text)));
    }
    return row -> {
      String text = row.plain(column);
      return text != null
          && pattern.mayMatch(text)
          && pattern.matches(cased ? text : row.folded(column));
    };
  }

  /** As Zeek has the text: a name's backslash counts. */
  private Criterion search(String regex) {
    Search search = Search.of(regex, modifiers);
    if (kind == Kind.TEXTS) {
      return row ->
          row.value(column) instanceof List<?> texts
              && texts.stream().map(String::valueOf).anyMatch(search::in);
    }
    return row -> {
      String text = row.text(column);
      return text != null && search.in(text);
    };
  }

  private Criterion cidr(String network) {
    if (kind != Kind.ADDRESS && kind != Kind.TEXTS) {
      throw new IllegalArgumentException("`cidr` of `" + field + "`, which is no address");
    }
    Networks networks = new Networks(List.of(Networks.Network.of(network)));
    if (kind == Kind.TEXTS) {
      return row ->
          row.value(column) instanceof List<?> texts
              && texts.stream().map(String::valueOf).anyMatch(networks::inside);
    }
    return row -> networks.inside(row.text(column));
  }

  private Criterion sameAs(String name) {
    Integer other = source.column(name);
    if (other == null) {
      throw new IllegalArgumentException("`" + source.service() + "` has no field `" + name + "`");
    }
    boolean cased = modifiers.has(Name.CASED);
    return row -> {
      String one = cased ? row.plain(column) : row.folded(column);
      String another = cased ? row.plain(other) : row.folded(other);
      if (one == null || another == null) {
        return false;
      }
      if (modifiers.has(Name.CONTAINS)) {
        return one.contains(another);
      }
      if (modifiers.has(Name.STARTSWITH)) {
        return one.startsWith(another);
      }
      return modifiers.has(Name.ENDSWITH) ? one.endsWith(another) : one.equals(another);
    };
  }
}
