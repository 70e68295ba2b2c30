package io.smbscope.detect.sigma;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/** What a rule file holds, each part with its line. YAML 1.2, core schema. */
sealed interface Yaml {
  /** Counted from 1. */
  int line();

  /**
   * A map.
   *
   * @param file its name, for messages
   */
  record Section(String file, int line, List<Entry> entries) implements Yaml {
    /** Null when there is none of this key. */
    Yaml get(String key) {
      for (Entry entry : entries) {
        if (entry.key.equals(key)) {
          return entry.value;
        }
      }
      return null;
    }

    /** Of a map's key; null when there is none. */
    Section section(String key) throws RuleError {
      Yaml value = get(key);
      if (value == null || value instanceof Section) {
        return (Section) value;
      }
      throw error(value, "`" + key + "` must be a map");
    }

    /** Of a scalar; null when there is none, or nothing behind it. */
    String text(String key) throws RuleError {
      Yaml value = get(key);
      if (value == null) {
        return null;
      }
      if (value instanceof Scalar scalar) {
        return scalar.value == null ? null : scalar.text;
      }
      throw error(value, "`" + key + "` must be a text");
    }

    /** Of a scalar or a list of such; empty when there is none. */
    List<Scalar> scalars(String key) throws RuleError {
      Yaml value = get(key);
      return value == null ? List.of() : scalars(key, value);
    }

    List<Scalar> scalars(String key, Yaml value) throws RuleError {
      if (value instanceof Scalar scalar) {
        return List.of(scalar);
      }
      if (value instanceof Sequence sequence) {
        List<Scalar> scalars = new ArrayList<>(sequence.items.size());
        for (Yaml item : sequence.items) {
          if (!(item instanceof Scalar scalar)) {
            throw error(item, "`" + key + "` must be a value or a list of values");
          }
          scalars.add(scalar);
        }
        return scalars;
      }
      throw error(value, "`" + key + "` must be a value or a list of values");
    }

    RuleError error(Yaml at, String message) {
      return new RuleError(file, at.line(), message);
    }

    RuleError error(String message) {
      return new RuleError(file, line, message);
    }
  }

  /** One of a map. */
  record Entry(String key, int line, Yaml value) {}

  /** A list. */
  record Sequence(int line, List<Yaml> items) implements Yaml {}

  /**
   * A value.
   *
   * @param value null, {@link String}, {@link Boolean}, {@link Long} or {@link Double}
   * @param text as it stands in the file
   */
  record Scalar(int line, Object value, String text) implements Yaml {}

  Schema SCHEMA = new CoreSchema();

  /** Maps and lists in one another, more than any rule has; also ends what contains itself. */
  int DEPTH = 16;

  /** The documents of a file, each a map. */
  static List<Section> documents(String file, String text) throws RuleError {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setSchema(SCHEMA).build();
    List<Section> documents = new ArrayList<>();
    try {
      for (Node node : new Compose(settings).composeAllFromString(text)) {
        Yaml document = of(file, node, 0);
        if (document instanceof Section section) {
          documents.add(section);
        } else if (!(document instanceof Scalar scalar) || scalar.value != null) {
          throw new RuleError(file, document.line(), "a rule must be a map");
        }
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw new RuleError(file, line, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new RuleError(file, 1, "not YAML: " + e.getMessage());
    }
    return documents;
  }

  private static Yaml of(String file, Node node, int depth) throws RuleError {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    if (depth > DEPTH) {
      throw new RuleError(file, line, "nested too deep");
    }
    if (node instanceof ScalarNode scalar) {
      return new Scalar(line, value(scalar), scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      List<Yaml> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(of(file, item, depth + 1));
      }
      return new Sequence(line, items);
    }
    List<Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      int at = tuple.getKeyNode().getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new RuleError(file, at, "a key must be a text");
      }
      for (Entry entry : entries) {
        if (entry.key.equals(key.getValue())) {
          throw new RuleError(file, at, "`" + key.getValue() + "` stands twice in one map");
        }
      }
      entries.add(new Entry(key.getValue(), at, of(file, tuple.getValueNode(), depth + 1)));
    }
    return new Section(file, line, entries);
  }

  private static Object value(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    try {
      if (tag.equals(Tag.INT)) {
        return text.startsWith("0o")
            ? Long.valueOf(text.substring(2), 8)
            : Long.decode(decimal(text));
      }
      if (tag.equals(Tag.FLOAT)) {
        return Double.valueOf(text);
      }
    } catch (NumberFormatException e) {
      // Such as .inf, or more digits than a number has.
    }
    return text;
  }

  /** Without the leading zeros that would make it octal. */
  private static String decimal(String text) {
    return text.startsWith("0x") ? text : text.replaceFirst("^([-+]?)0+(?=\\d)", "$1");
  }
}
