package io.smbscope.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names to look for, whatever their case: {@code *} stands for any characters, {@code ?} for one,
 * {@code %} for a hexadecimal digit. One of each line of a resource; {@code #} and what is behind
 * it are for readers.
 */
public final class Patterns {
  private final Set<String> plain = new HashSet<>();

  /** How {@link #plain} and {@link #wildByFirst} begin, and how they end: few names do both. */
  private final Edges begins = new Edges();

  private final Edges ends = new Edges();

  /** Those that begin with a wildcard. */
  private final List<Pattern> wild = new ArrayList<>();

  /** How these end. */
  private final Edges wildEnds = new Edges();

  /** The others with wildcards, by what they begin with. */
  private final Map<Character, List<Pattern>> wildByFirst = new HashMap<>();

  /**
   * In lower case, with wildcards.
   *
   * @param start what is before the first of them
   * @param end what is behind the last: most names do not end so
   * @param least characters of a name that matches
   */
  private record Pattern(String text, String start, String end, int least) {
    static Pattern of(String text) {
      int first = 0;
      while (!isWildcard(text.charAt(first))) {
        first++;
      }
      int last = text.length();
      while (!isWildcard(text.charAt(last - 1))) {
        last--;
      }
      int least = text.replace("*", "").length();
      return new Pattern(text, text.substring(0, first), text.substring(last), least);
    }

    boolean matches(String name) {
      return name.length() >= least
          && name.endsWith(end)
          && name.startsWith(start)
          && Patterns.matches(text, name);
    }
  }

  private Patterns(List<String> patterns) {
    for (String pattern : patterns) {
      String lower = pattern.toLowerCase(Locale.ROOT);
      boolean isWild = hasWildcard(lower);
      char first = lower.charAt(0);
      if (isWild && isWildcard(first)) {
        Pattern of = Pattern.of(lower);
        wild.add(of);
        wildEnds.addEnd(of.end);
      } else if (isWild) {
        Pattern of = Pattern.of(lower);
        wildByFirst.computeIfAbsent(first, any -> new ArrayList<>(2)).add(of);
        begins.addStart(of.start);
        ends.addEnd(of.end);
      } else {
        plain.add(lower);
        begins.addStart(lower);
        ends.addEnd(lower);
      }
    }
  }

  /** Of a resource beside a class. */
  public static Patterns of(Class<?> beside, String resource) {
    try (InputStream octets = beside.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(octets, StandardCharsets.UTF_8))) {
      List<String> patterns = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int note = line.indexOf('#');
        String pattern = (note < 0 ? line : line.substring(0, note)).strip();
        if (!pattern.isEmpty()) {
          patterns.add(pattern);
        }
      }
      return new Patterns(patterns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether one of them is this name. */
  public boolean matches(String name) {
    boolean both = begins.mayMatch(name) && ends.mayMatch(name);
    boolean end = mayEnd(name);
    if (!both && !end) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return (both && (plain.contains(lower) || matchesStart(lower)))
        || (end && matches(wild, lower));
  }

  /** Whether one of {@link #wild} may match. */
  private boolean mayEnd(String name) {
    if (!wildEnds.mayMatch(name)) {
      return false;
    }
    for (int i = 0; i < wild.size(); i++) {
      Pattern pattern = wild.get(i);
      if (name.length() >= pattern.least && PathNames.endsWith(name, pattern.end)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesStart(String lower) {
    List<Pattern> same = lower.isEmpty() ? null : wildByFirst.get(lower.charAt(0));
    return same != null && matches(same, lower);
  }

  private static boolean hasWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (isWildcard(pattern.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWildcard(char c) {
    return c == '*' || c == '?' || c == '%';
  }

  private static boolean matches(List<Pattern> patterns, String name) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(name)) {
        return true;
      }
    }
    return false;
  }

  /** After a mismatch the last {@code *} takes one character more. */
  private static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int taken = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        taken = n;
      } else if (p < pattern.length() && one(pattern.charAt(p), name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++taken;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static boolean one(char pattern, char c) {
    return switch (pattern) {
      case '?' -> true;
      case '%' -> Character.digit(c, 16) >= 0 && c < 0x80;
      default -> pattern == c;
    };
  }
}
