package io.smbscope.detect.sigma;

import io.smbscope.detect.Edges;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A text with wildcards: each of its units is a character, or one of {@link #ANY} and {@link #ONE}.
 * What it compiles to takes time at most proportional to the product of both lengths.
 */
final class Glob {
  /** Any number of characters, none too. */
  private static final int ANY = -1;

  /** One character. */
  private static final int ONE = -2;

  private static final char BACKSLASH = '\\';

  private final int[] units;

  private Glob(int[] units) {
    this.units = units;
  }

  /** As rules write it: {@code *} and {@code ?} are wildcards unless a backslash stands before. */
  static Glob of(String text) {
    int[] units = new int[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape = c == BACKSLASH && i + 1 < text.length();
      if (escape && "\\*?".indexOf(text.charAt(i + 1)) >= 0) {
        i++;
        units[length++] = text.charAt(i);
      } else {
        units[length++] = c == '*' ? ANY : c == '?' ? ONE : c;
      }
    }
    return new Glob(Arrays.copyOf(units, length));
  }

  /** Without wildcards, whatever its characters. */
  static Glob literal(String text) {
    return new Glob(text.chars().toArray());
  }

  boolean hasWildcards() {
    return Arrays.stream(units).anyMatch(unit -> unit < 0);
  }

  boolean isEmpty() {
    return units.length == 0;
  }

  /** Its text; only of one without wildcards. */
  String text() {
    StringBuilder text = new StringBuilder(units.length);
    for (int unit : units) {
      text.append((char) unit);
    }
    return text.toString();
  }

  /** What it asks for may have anything before it, behind it. */
  Glob open(boolean before, boolean behind) {
    boolean first = before && (units.length == 0 || units[0] != ANY);
    boolean last = behind && (units.length == 0 || units[units.length - 1] != ANY);
    int[] open = new int[units.length + (first ? 1 : 0) + (last ? 1 : 0)];
    System.arraycopy(units, 0, open, first ? 1 : 0, units.length);
    if (first) {
      open[0] = ANY;
    }
    if (last) {
      open[open.length - 1] = ANY;
    }
    return new Glob(open);
  }

  /**
   * Whether a backslash before a name may count: it begins with one, or with one or another
   * wildcard behind {@link #ANY}. Before any other character, that takes the backslash or does not.
   */
  boolean asksRoot() {
    boolean open = units.length > 1 && units[0] == ANY;
    int first = units.length == 0 ? 0 : units[open ? 1 : 0];
    return first == BACKSLASH || (open && first < 0);
  }

  /**
   * For paths of shares: an asterisk in place of the server's name stands for any server, as
   * Windows writes shares in its event 5145, from which many rules are taken. No server's name can
   * hold one.
   */
  Glob ofShare() {
    int[] any = units.clone();
    for (int i = 1; i < units.length - 1; i++) {
      if (units[i] == '*' && units[i - 1] == BACKSLASH && units[i + 1] == BACKSLASH) {
        any[i] = ANY;
      }
    }
    return new Glob(any);
  }

  /** What texts match; these must be folded unless case counts. */
  Predicate<String> compile(boolean cased) {
    int[] wanted = units.clone();
    if (!cased) {
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = wanted[i] < 0 ? wanted[i] : Fold.of((char) wanted[i]);
      }
    }
    boolean before = wanted.length > 0 && wanted[0] == ANY;
    boolean behind = wanted.length > 1 && wanted[wanted.length - 1] == ANY;
    int[] middle = Arrays.copyOfRange(wanted, before ? 1 : 0, wanted.length - (behind ? 1 : 0));
    if (Arrays.stream(middle).anyMatch(unit -> unit < 0)) {
      Predicate<String> ends = before || behind ? null : ends(wanted);
      return ends != null ? ends : text -> matches(wanted, text);
    }
    String literal = new Glob(middle).text();
    if (before) {
      return behind || literal.isEmpty()
          ? text -> text.contains(literal)
          : text -> text.endsWith(literal);
    }
    return behind ? text -> text.startsWith(literal) : text -> text.equals(literal);
  }

  /** Some of which one must match; most texts are told from these by how they begin and end. */
  record Any(Edges edges, List<Predicate<String>> each) {
    static Any of(List<Glob> globs, boolean cased) {
      Edges edges = new Edges();
      globs.forEach(glob -> glob.addEdge(edges));
      return new Any(edges, globs.stream().map(glob -> glob.compile(cased)).toList());
    }

    /** False when the text cannot match, folded or not. */
    boolean mayMatch(String text) {
      return edges.mayMatch(text);
    }

    /** A text that must be folded unless case counts. */
    boolean matches(String text) {
      for (int i = 0; i < each.size(); i++) {
        if (each.get(i).test(text)) {
          return true;
        }
      }
      return false;
    }
  }

  private void addEdge(Edges edges) {
    int end = units.length;
    while (end > 0 && units[end - 1] >= 0) {
      end--;
    }
    if (units.length - end >= 2) {
      edges.addEnd(new Glob(Arrays.copyOfRange(units, end, units.length)).text());
      return;
    }
    int start = 0;
    while (start < units.length && units[start] >= 0) {
      start++;
    }
    edges.addStart(new Glob(Arrays.copyOf(units, start)).text());
  }

  /** Of two texts with anything between; null when it is anything else. */
  private static Predicate<String> ends(int[] wanted) {
    int between =
        IntStream.range(0, wanted.length).filter(i -> wanted[i] < 0).findFirst().orElse(0);
    int[] last = Arrays.copyOfRange(wanted, between + 1, wanted.length);
    if (wanted[between] != ANY || Arrays.stream(last).anyMatch(unit -> unit < 0)) {
      return null;
    }
    String start = new Glob(Arrays.copyOf(wanted, between)).text();
    String end = new Glob(last).text();
    return text ->
        text.length() >= start.length() + end.length()
            && text.endsWith(end)
            && text.startsWith(start);
  }

  /** Goes back to the last {@link #ANY} when what is behind it does not match. */
  private static boolean matches(int[] wanted, String text) {
    int unit = 0;
    int at = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length()) {
      if (unit < wanted.length && wanted[unit] == ANY) {
        star = unit++;
        resume = at;
      } else if (unit < wanted.length && (wanted[unit] == ONE || wanted[unit] == text.charAt(at))) {
        unit++;
        at++;
      } else if (star >= 0) {
        unit = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (unit < wanted.length && wanted[unit] == ANY) {
      unit++;
    }
    return unit == wanted.length;
  }
}
