package io.smbscope.dissect.field;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All fields there are, and the shapes of all types: read from the grammars. Immutable. */
public final class Fields {
  private final Map<String, List<Field>> byName = new LinkedHashMap<>();
  private final Map<String, TypeShape> shapes = new HashMap<>();

  /** Read when first asked for. */
  private static final class Holder {
    static final Fields ALL = new Fields(read());
  }

  private Fields(Grammars grammars) {
    grammars.shapes().forEach(shape -> shapes.put(shape.className(), shape));
    grammars
        .fields()
        .forEach(field -> byName.computeIfAbsent(field.name(), f -> new ArrayList<>(1)).add(field));
  }

  /** From the build's index, or the grammars where none was made. */
  private static Grammars read() {
    try (InputStream index = Fields.class.getResourceAsStream("/grammars/" + FieldsIndex.NAME)) {
      return index == null
          ? Grammars.read()
          : FieldsIndex.read(new DataInputStream(new BufferedInputStream(index, 1 << 16)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
}
