package io.smbscope.detect.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a YAML document, and where it stands. Each reader asks for the form it wants; another
 * is an error that names file, line and column.
 */
public final class YamlValue {
  private static final int NAMED = 20;

  private final String file;
  private final Node node;

  private YamlValue(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /**
   * The document of a file; null when there is nothing in it but comments.
   *
   * @param file as the user named it, for errors
   * @throws IllegalArgumentException it is no YAML
   */
  public static YamlValue of(String file, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(TextFile.MOST)
            .setAllowDuplicateKeys(true) // said by keys(), with the line
            .build();
    try {
      Optional<Node> node = new Compose(settings).composeString(text);
      return node.map(root -> new YamlValue(file, root))
          .filter(root -> !root.isNull())
          .orElse(null);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      String where = mark.map(at -> ":" + place(at)).orElse("");
      throw new IllegalArgumentException(file + where + ": " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static String place(Mark mark) {
    return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }

  /** What is wrong with it, in the form of all errors. */
  public IllegalArgumentException wrong(String what) {
    String where = node.getStartMark().map(mark -> ":" + place(mark)).orElse("");
    return new IllegalArgumentException(file + where + ": " + what);
  }

  /** Nothing stands here, as behind {@code users:}. */
  public boolean isNull() {
    return node instanceof ScalarNode scalar
        && scalar.getTag().equals(org.snakeyaml.engine.v2.nodes.Tag.NULL);
  }

  /** Its values by their keys, of which only these are known. */
  public Map<String, YamlValue> keys(String... known) {
    return keys(List.of(known));
  }

  /** Its values by their keys, of which only these are known. */
  public Map<String, YamlValue> keys(Collection<String> known) {
    Map<String, YamlValue> values = new LinkedHashMap<>();
    for (Map.Entry<YamlValue, YamlValue> entry : entries().entrySet()) {
      String key = entry.getKey().text();
      if (!known.contains(key)) {
        String others =
            known.size() <= NAMED ? "known: " + String.join(", ", known) : nearest(key, known);
        throw entry.getKey().wrong("unknown key '" + key + "' (" + others + ")");
      }
      if (values.put(key, entry.getValue()) != null) {
        throw entry.getKey().wrong("'" + key + "' is there twice");
      }
    }
    values.values().removeIf(YamlValue::isNull);
    return values;
  }

  private static String nearest(String key, Collection<String> known) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String other : known) {
      int steps = steps(key, other);
      if (steps < least) {
        least = steps;
        nearest = other;
      }
    }
    return "nearest: " + nearest;
  }

  /** Characters to insert, delete or replace to get from one to the other. */
  private static int steps(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    String limited = one.length() > 80 ? one.substring(0, 80) : one;
    for (int i = 1; i <= limited.length(); i++) {
      int[] now = new int[before.length];
      now[0] = i;
      for (int j = 1; j < now.length; j++) {
        int replaced = before[j - 1] + (limited.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[other.length()];
  }

  /** Its values by their keys, whatever these are. */
  public Map<YamlValue, YamlValue> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("keys with values are wanted here, not " + form());
    }
    Map<YamlValue, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      entries.put(
          new YamlValue(file, tuple.getKeyNode()), new YamlValue(file, tuple.getValueNode()));
    }
    return entries;
  }

  private String form() {
    return node instanceof ScalarNode scalar
        ? "'" + scalar.getValue() + "'"
        : node instanceof SequenceNode ? "a list" : "keys with values";
  }

  /** Its items; a text alone is a list of one. */
  public List<YamlValue> items() {
    if (node instanceof ScalarNode) {
      return List.of(this);
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("a list is wanted here, as [one, two], not " + form());
    }
    List<YamlValue> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlValue(file, item));
    }
    return items;
  }

  /** Its items, each made into something that may refuse it. */
  public <T> List<T> items(Function<String, T> made) {
    return items().stream().map(item -> item.made(made)).collect(Collectors.toUnmodifiableList());
  }

  /** Its text made into something; an IllegalArgumentException of that says what is wrong. */
  public <T> T made(Function<String, T> from) {
    String text = text();
    try {
      return from.apply(text);
    } catch (IllegalArgumentException e) {
      throw (IllegalArgumentException) wrong(e.getMessage()).initCause(e);
    }
  }

  public String text() {
    if (node instanceof ScalarNode scalar && !isNull() && !scalar.getValue().isEmpty()) {
      return scalar.getValue();
    }
    throw wrong("a text is wanted here" + (node instanceof ScalarNode ? "" : ", not " + form()));
  }

  public boolean flag() {
    String text = text();
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("true or false is wanted here, not '" + text + "'");
    };
  }

  public long number(long least, long most) {
    String text = text();
    try {
      long number = Long.parseLong(text.replace("_", ""));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    String range = most == Long.MAX_VALUE ? "from " + least + " on" : least + " to " + most;
    throw wrong(
        "a whole number "
            + (most == Long.MAX_VALUE ? "" : "from ")
            + range
            + " is wanted here, not '"
            + text
            + "'");
  }

  /** One of an enumeration's names, in lower case. */
  public <E extends Enum<E>> E choice(Class<E> type) {
    String text = text();
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return value;
      }
    }
    String names =
        Arrays.stream(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw wrong("one of " + names + " is wanted here, not '" + text + "'");
  }
}
