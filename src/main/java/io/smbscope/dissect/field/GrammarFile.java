package io.smbscope.dissect.field;

import io.smbscope.dissect.field.TypeShape.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The fields of one grammar: its {@code -wireshark} keys, each beside what it names.
 *
 * <p>A key is a name, or a mapping of {@code name}, {@code as} (a {@link FieldForm}), {@code
 * octets}, {@code label}, {@code values} (a table, or the name of one under a grammar's {@code
 * -values}) and {@code bits} (name to mask, or to a mapping that has {@code mask}; or the name of
 * such a table under a grammar's {@code -bits}); or a list of several of these. What no structure
 * holds stands in a list under the grammar's {@code -generated}.
 *
 * <p>What a field has in every structure may stand once, under {@code -fields} of any grammar, by
 * the field's name: a key beside an attribute then need only have the name. An instance that has
 * {@code -after: id} is shown behind that attribute of {@code seq}; an attribute whose key is an
 * empty list is not shown, for code shows it.
 */
final class GrammarFile {
  /** Types of Kaitai that are values. */
  private static final String BUILT_IN = "[us][1248](le|be)?|f[48](le|be)?|b\\d+(le|be)?|strz?";

  private final Map<?, ?> root;
  private final SharedKeys shared;
  private final ToIntFunction<String> indexes;
  private final List<TypeShape> shapes = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();

  /**
   * @param root the grammar as YAML gives it
   * @param shared by all grammars
   * @param indexes gives each name its index
   */
  GrammarFile(Map<?, ?> root, SharedKeys shared, ToIntFunction<String> indexes) {
    this.root = root;
    this.shared = shared;
    this.indexes = indexes;
    String id = (String) map(root.get("meta")).get("id");
    type(upperCamel(id), root, text(root.get("doc-ref")));
    for (Object generated : list(root.get("-generated"))) {
      field(generated, FieldForm.DEC, 0, "", "", text(root.get("doc-ref")), 0);
    }
  }

  /** In the order of the grammar, nested ones behind theirs. */
  List<TypeShape> shapes() {
    return shapes;
  }

  /** All of them, those in bits too. */
  List<Field> fields() {
    return fields;
  }

  private void type(String className, Map<?, ?> type, String above) {
    String section = type.containsKey("doc-ref") ? text(type.get("doc-ref")) : above;
    List<Attribute> attributes = new ArrayList<>();
    for (Object attribute : list(type.get("seq"))) {
      Map<?, ?> keys = map(attribute);
      if (isShown(keys)) {
        attributes.add(attribute((String) keys.get("id"), keys, false, section));
      }
    }
    map(type.get("instances"))
        .forEach(
            (id, keys) -> {
              if (isShown(map(keys))) {
                attributes.add(
                    place(attributes, map(keys).get("-after")),
                    attribute((String) id, map(keys), true, section));
              }
            });
    shapes.add(new TypeShape(className, List.copyOf(attributes)));
    map(type.get("types"))
        .forEach(
            (id, nested) -> type(className + "$" + upperCamel((String) id), map(nested), section));
  }

  /** Not with an empty list as its key: then code shows it, or another attribute does. */
  private static boolean isShown(Map<?, ?> keys) {
    return !(keys.get("-wireshark") instanceof List<?> several && several.isEmpty());
  }

  /** Behind an attribute and what was put there before; without one at the end. */
  private static int place(List<Attribute> attributes, Object after) {
    int place = attributes.size();
    for (int i = 0; i < attributes.size() && after instanceof String id; i++) {
      if (attributes.get(i).javaName().equals(lowerCamel(id))) {
        place = i + 1;
        while (place < attributes.size() && attributes.get(place).instance()) {
          place++;
        }
        return place;
      }
    }
    return place;
  }

  private Attribute attribute(String id, Map<?, ?> keys, boolean instance, String section) {
    Object key = keys.get("-wireshark");
    List<Field> named = new ArrayList<>();
    String label = label(id);
    Object type = keys.get("type");
    for (Object one :
        key == null ? List.of() : key instanceof List<?> several ? several : List.of(key)) {
      named.add(
          field(
              one, form(type, keys), octets(type, keys), label, text(keys.get("doc")), section, 0));
    }
    return new Attribute(lowerCamel(id), label, List.copyOf(named), instance, cases(type));
  }

  private static String label(String id) {
    return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('_', ' ');
  }

  /** The structures among the cases of a type that is switched on. */
  private static List<String> cases(Object type) {
    List<String> cases = new ArrayList<>();
    for (Object one : map(map(type).get("cases")).values()) {
      String name = text(one).replaceAll("\\(.*", "").strip();
      if (!name.matches(BUILT_IN)) {
        cases.add(
            String.join(
                "$", Arrays.stream(name.split("::")).map(GrammarFile::upperCamel).toList()));
      }
    }
    return List.copyOf(cases);
  }

  private Field field(
      Object key, FieldForm form, int octets, String label, String doc, String section, long mask) {
    Map<?, ?> keys = shared.with(key instanceof Map<?, ?> map ? map : Map.of("name", key));
    String name = (String) keys.get("name");
    FieldForm ownForm = keys.containsKey("as") ? FieldForm.of((String) keys.get("as")) : form;
    int ownOctets = keys.containsKey("octets") ? (Integer) keys.get("octets") : octets;
    long ownMask = keys.containsKey("mask") ? ((Number) keys.get("mask")).longValue() : mask;
    String ownLabel = keys.containsKey("label") ? text(keys.get("label")) : label;
    String ownDoc = keys.containsKey("doc") ? text(keys.get("doc")) : doc;
    List<Field> bits = new ArrayList<>();
    shared
        .bits(keys.get("bits"))
        .forEach(
            (bit, value) -> {
              Map<Object, Object> of = new LinkedHashMap<>();
              if (value instanceof Map<?, ?> more) {
                of.putAll(more);
              } else {
                of.put("mask", value);
              }
              of.put("name", bit);
              String tail = ((String) bit).substring(((String) bit).lastIndexOf('.') + 1);
              bits.add(field(of, FieldForm.BOOL, ownOctets, label(tail), "", section, 0));
            });
    Field field =
        new Field(
            indexes.applyAsInt(name),
            name,
            ownForm,
            ownOctets,
            ownMask,
            ownLabel.isEmpty() ? name : ownLabel,
            values(keys.get("values")),
            List.copyOf(bits),
            ownDoc,
            section);
    fields.add(field);
    return field;
  }

  private Map<Long, String> values(Object table) {
    if (table instanceof String name && !map(root.get("-values")).containsKey(name)) {
      return shared.values(name);
    }
    Object found = table instanceof String name ? map(root.get("-values")).get(name) : table;
    return values(map(found));
  }

  /** A table as YAML gives it. */
  static Map<Long, String> values(Map<?, ?> found) {
    Map<Long, String> values = new LinkedHashMap<>();
    found.forEach((value, meaning) -> values.put(((Number) value).longValue(), text(meaning)));
    return values;
  }

  /** What Kaitai's type says when the key does not. */
  private static FieldForm form(Object type, Map<?, ?> keys) {
    if (type instanceof String name) {
      if (name.matches("s[1248](le|be)?")) {
        return FieldForm.INT;
      }
      if (name.matches("u[1248](le|be)?|b\\d+(le|be)?")) {
        return FieldForm.DEC;
      }
      return name.startsWith("str") ? FieldForm.TEXT : FieldForm.NONE;
    }
    return keys.containsKey("value")
        ? FieldForm.DEC
        : type == null ? FieldForm.BYTES : FieldForm.NONE;
  }

  private static int octets(Object type, Map<?, ?> keys) {
    if (type instanceof String name) {
      if (name.matches("[us][1248](le|be)?")) {
        return name.charAt(1) - '0';
      }
      if (name.matches("b\\d+(le|be)?")) {
        return (Integer.parseInt(name.replaceAll("\\D", "")) + 7) / 8;
      }
    }
    return keys.get("size") instanceof Integer size ? size : 0;
  }

  private static String upperCamel(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("_", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static String lowerCamel(String id) {
    String name = upperCamel(id);
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String text(Object value) {
    return value == null
        ? ""
        : value instanceof List<?> lines
            ? String.join(", ", lines.stream().map(Object::toString).toList())
            : value.toString().strip();
  }
}
