package io.smbscope.detect.baseline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one client is used to do at one server. Each list holds at most {@value #MOST} texts; one
 * that is full is taken for "all".
 */
final class Habits {
  static final int MOST = 256;

  /** Characters of a text that are compared. */
  static final int LENGTH = 256;

  final Set<String> users = texts();
  final Set<String> shares = texts();
  final Set<String> pipes = texts();
  final Set<String> dialects = texts();

  /** Words of {@link Protection}. */
  final Set<String> protection = texts();

  private static Set<String> texts() {
    return new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  }

  /** The lists by their names in files, in the order of these. */
  Map<String, Set<String>> lists() {
    Map<String, Set<String>> lists = new LinkedHashMap<>();
    lists.put("users", users);
    lists.put("shares", shares);
    lists.put("pipes", pipes);
    lists.put("dialects", dialects);
    lists.put("protection", protection);
    return Collections.unmodifiableMap(lists);
  }

  /** Adds a text unless there are too many; null adds nothing. */
  static void add(Set<String> texts, String text) {
    if (text != null && texts.size() < MOST) {
      texts.add(kept(text));
    }
  }

  /** Whether it is one of those that are known, or these are too many to tell. */
  static boolean knows(Set<String> texts, String text) {
    return text == null || texts.size() >= MOST || texts.contains(kept(text));
  }

  /** At most {@link #LENGTH} characters, without halves of surrogate pairs, which no file holds. */
  private static String kept(String text) {
    boolean whole = text.length() <= LENGTH;
    String part = whole ? text : text.substring(0, LENGTH);
    for (int i = 0; i < part.length(); i++) {
      if (Character.isSurrogate(part.charAt(i))) {
        return withoutHalves(part);
      }
    }
    return part;
  }

  private static String withoutHalves(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
