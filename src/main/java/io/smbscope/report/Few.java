package io.smbscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first few distinct texts, whatever their case; at most {@value #LIMIT} are kept. */
final class Few {
  static final int LIMIT = 8;

  private final Map<String, String> values = new LinkedHashMap<>(4);
  private boolean more;

  /** Adds a text; null and empty count for nothing. */
  void add(String text) {
    if (text == null || text.isEmpty()) {
      return;
    }
    String value = Wire.kept(text);
    String key = value.toUpperCase(Locale.ROOT);
    if (values.containsKey(key)) {
      return;
    }
    if (values.size() < LIMIT) {
      values.put(key, value);
    } else {
      more = true;
    }
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** {@code 3}; {@code 9+} when not all were kept. */
  String count() {
    return more ? LIMIT + 1 + "+" : Integer.toString(values.size());
  }

  /** {@code a, b +3}; {@code a, b +6 or more} when not all were kept. */
  String text(int shown) {
    List<String> all = new ArrayList<>(values.values());
    String first = String.join(", ", all.subList(0, Math.min(shown, all.size())));
    int left = all.size() - Math.min(shown, all.size());
    if (more) {
      return first + " +" + (left + 1) + " or more";
    }
    return left == 0 ? first : first + " +" + left;
  }
}
