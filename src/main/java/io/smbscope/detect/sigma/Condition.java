package io.smbscope.detect.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition: {@code or} binds least, then {@code and}, then {@code not}, then {@code 1 of} and
 * {@code all of}, then parentheses.
 */
final class Condition {
  private static final Pattern WORD = Pattern.compile("\\s*([()|]|[^\\s()|]+)");

  /** Parentheses and negations in one another. */
  private static final int DEPTH = 64;

  private final Map<String, Criterion> searches;
  private final List<String> words = new ArrayList<>();
  private int at;
  private int depth;

  private Condition(String text, Map<String, Criterion> searches) {
    this.searches = searches;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group(1));
    }
  }

  /**
   * What it asks of a row.
   *
   * @throws IllegalArgumentException says what of it is wrong or not to be had
   */
  static Criterion parse(String text, Map<String, Criterion> searches) {
    Condition condition = new Condition(text, searches);
    int pipe = condition.words.indexOf("|");
    if (pipe >= 0) {
      throw new IllegalArgumentException(
          "aggregation `"
              + String.join(" ", condition.words.subList(pipe, condition.words.size()))
              + "`; write a correlation rule");
    }
    Criterion criterion = condition.or();
    if (condition.at < condition.words.size()) {
      throw new IllegalArgumentException("`" + condition.words.get(condition.at) + "` is too much");
    }
    return criterion;
  }

  private Criterion or() {
    if (++depth > DEPTH) {
      throw new IllegalArgumentException("nested too deep");
    }
    List<Criterion> criteria = new ArrayList<>(List.of(and()));
    while (next("or")) {
      criteria.add(and());
    }
    depth--;
    return Criterion.any(criteria);
  }

  private Criterion and() {
    List<Criterion> criteria = new ArrayList<>(List.of(not()));
    while (next("and")) {
      criteria.add(not());
    }
    return Criterion.all(criteria);
  }

  private Criterion not() {
    boolean negated = false;
    while (next("not")) {
      negated = !negated;
    }
    Criterion criterion = one();
    return negated ? criterion.not() : criterion;
  }

  private Criterion one() {
    if (at == words.size()) {
      throw new IllegalArgumentException("it ends too early");
    }
    String word = words.get(at++);
    if (word.equals("(")) {
      Criterion criterion = or();
      if (!next(")")) {
        throw new IllegalArgumentException("`)` is missing");
      }
      return criterion;
    }
    if (at + 1 < words.size() && words.get(at).equalsIgnoreCase("of")) {
      at++;
      return of(word, words.get(at++));
    }
    Criterion search = searches.get(word);
    if (search == null) {
      throw new IllegalArgumentException("there is no `" + word + "`");
    }
    return search;
  }

  private Criterion of(String quantity, String pattern) {
    boolean them = pattern.equalsIgnoreCase("them");
    Glob names = Glob.of(them ? "*" : pattern);
    List<Criterion> criteria = new ArrayList<>();
    for (Map.Entry<String, Criterion> search : searches.entrySet()) {
      boolean hidden = search.getKey().startsWith("_") && !pattern.startsWith("_");
      if (!hidden && names.compile(true).test(search.getKey())) {
        criteria.add(search.getValue());
      }
    }
    if (criteria.isEmpty()) {
      throw new IllegalArgumentException("nothing is named `" + pattern + "`");
    }
    return switch (quantity.toLowerCase(Locale.ROOT)) {
      case "1", "any" -> Criterion.any(criteria);
      case "all" -> Criterion.all(criteria);
      default -> throw new IllegalArgumentException("`" + quantity + " of`: only 1, any and all");
    };
  }

  private boolean next(String word) {
    boolean is = at < words.size() && words.get(at).equalsIgnoreCase(word);
    if (is) {
      at++;
    }
    return is;
  }
}
