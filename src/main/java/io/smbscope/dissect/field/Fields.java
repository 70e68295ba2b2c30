package io.smbscope.dissect.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** All fields there are, and the shapes of all types: read from the grammars. Immutable. */
public final class Fields {
  private static final String FOLDER = "/grammars/";
  private static final String LIST = "all_grammars";

  private final Map<String, List<Field>> byName = new LinkedHashMap<>();
  private final Map<String, TypeShape> shapes = new HashMap<>();

  /** Read when first asked for. */
  private static final class Holder {
    static final Fields ALL = new Fields();
  }

  private Fields() {
    Map<String, Integer> indexes = new HashMap<>();
    Map<?, ?> meta = (Map<?, ?>) read(LIST).get("meta");
    for (Object name : (List<?>) meta.get("imports")) {
      GrammarFile file =
          new GrammarFile(
              read((String) name), field -> indexes.computeIfAbsent(field, f -> indexes.size()));
      file.shapes().forEach(shape -> shapes.put(shape.className(), shape));
      file.fields()
          .forEach(
              field -> byName.computeIfAbsent(field.name(), f -> new ArrayList<>()).add(field));
    }
  }

  public static Fields all() {
    return Holder.ALL;
  }

  /**
   * The first definition of a name that the code shows itself; it is there, or the code is wrong.
   */
  public static Field named(String name) {
    List<Field> found = all().byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no grammar defines " + name);
    }
    return found.get(0);
  }

  /** How many names there are. */
  public int size() {
    return byName.size();
  }

  /** The definitions of a name, or none. */
  public List<Field> of(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** All names, by grammar. */
  public Iterable<String> names() {
    return byName.keySet();
  }

  /** Of a compiled class, by its name without the package; or null. */
  public TypeShape shape(String className) {
    return shapes.get(className);
  }

  private static Map<?, ?> read(String grammar) {
    try (InputStream in = Fields.class.getResourceAsStream(FOLDER + grammar + ".ksy")) {
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
