package io.smbscope.detect.sigma;

import io.smbscope.detect.sigma.Modifiers.Name;
import io.smbscope.detect.sigma.Yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Criteria of values without a field: they may stand anywhere in any column. */
final class Keywords {
  private Keywords() {}

  /**
   * Of all of them or, without {@code all}, of any.
   *
   * @throws IllegalArgumentException says what cannot be
   */
  static Criterion of(LogSource<?> source, Modifiers modifiers, List<Scalar> values) {
    boolean numeric = modifiers.compare() != null || modifiers.part() != null;
    if (numeric || modifiers.has(Name.EXISTS) || modifiers.has(Name.FIELDREF)) {
      throw new IllegalArgumentException("keywords take no such modifier");
    }
    if (modifiers.has(Name.CIDR)) {
      throw new IllegalArgumentException("keywords take no modifier `cidr`");
    }
    int[] columns = columns(source);
    List<Criterion> criteria = new ArrayList<>();
    for (Scalar value : values) {
      if (value.value() == null || value.text().isEmpty()) {
        throw new IllegalArgumentException("an empty keyword");
      }
      criteria.add(of(columns, modifiers, value.text()));
    }
    Criterion criterion =
        modifiers.has(Name.ALL) ? Criterion.all(criteria) : Criterion.any(criteria);
    return modifiers.has(Name.NEQ) ? criterion.not() : criterion;
  }

  /** Without what is ours or a number of its own: times, and the names of connections. */
  private static int[] columns(LogSource<?> source) {
    return IntStream.range(0, source.columns().size())
        .filter(i -> source.columns().get(i).kind() != Column.Kind.TIME)
        .filter(i -> !source.columns().get(i).name().equals("uid"))
        .toArray();
  }

  private static Criterion of(int[] columns, Modifiers modifiers, String said) {
    if (modifiers.has(Name.RE)) {
      Search search = Search.of(said, modifiers);
      return row -> {
        for (int column : columns) {
          String text = row.text(column);
          if (text != null && search.in(text)) {
            return true;
          }
        }
        return false;
      };
    }
    boolean cased = modifiers.has(Name.CASED);
    boolean placed = modifiers.openBefore() || modifiers.openBehind();
    List<Criterion> criteria = new ArrayList<>();
    for (Glob glob : Transforms.of(said, modifiers.transforms())) {
      Glob open =
          placed
              ? glob.open(modifiers.openBefore(), modifiers.openBehind())
              : glob.open(true, true);
      Predicate<String> pattern = open.compile(cased);
      criteria.add(row -> anywhere(row, columns, cased, pattern));
    }
    return Criterion.any(criteria);
  }

  private static boolean anywhere(
      Row row, int[] columns, boolean cased, Predicate<String> pattern) {
    for (int column : columns) {
      String text = cased ? row.plain(column) : row.folded(column);
      if (text != null && pattern.test(text)) {
        return true;
      }
    }
    return false;
  }
}
