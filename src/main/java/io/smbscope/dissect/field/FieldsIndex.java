package io.smbscope.dissect.field;

import io.smbscope.dissect.field.TypeShape.Attribute;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All grammars' fields in one file, which the build makes of them: it is read in a tenth of the
 * time that the grammars take.
 */
public final class FieldsIndex {
  /** Beside the grammars. */
  static final String NAME = "fields.index";

  private FieldsIndex() {}

  /**
   * The build's step: reads the grammars in a folder of compiled classes, writes the index there.
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    Files.createDirectories(target);
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(Files.newOutputStream(target.resolve(NAME))))) {
      new Writing().all(Grammars.read(), out);
    }
  }

  /** Shared texts, tables and fields are written once, and named by their number from then on. */
  private static final class Writing {
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<Map<Long, String>, Integer> tables = new LinkedHashMap<>();
    private final IdentityHashMap<Field, Integer> numbers = new IdentityHashMap<>();

    void all(Grammars grammars, DataOutputStream out) throws IOException {
      for (Field field : grammars.fields()) {
        numbers.put(field, numbers.size());
        List.of(field.name(), field.form().name(), field.label(), field.doc(), field.section())
            .forEach(this::text);
        tables.computeIfAbsent(field.values(), t -> tables.size());
      }
      tables.keySet().forEach(table -> table.values().forEach(this::text));
      for (TypeShape shape : grammars.shapes()) {
        text(shape.className());
        for (Attribute attribute : shape.attributes()) {
          text(attribute.javaName());
          text(attribute.label());
          attribute.cases().forEach(this::text);
        }
      }
      out.writeInt(texts.size());
      for (String text : texts.keySet()) {
        out.writeUTF(text);
      }
      tables(out);
      out.writeInt(grammars.fields().size());
      for (Field field : grammars.fields()) {
        field(field, out);
      }
      out.writeInt(grammars.shapes().size());
      for (TypeShape shape : grammars.shapes()) {
        shape(shape, out);
      }
    }

    private int text(String text) {
      return texts.computeIfAbsent(text, t -> texts.size());
    }

    private void tables(DataOutputStream out) throws IOException {
      out.writeInt(tables.size());
      for (Map<Long, String> table : tables.keySet()) {
        out.writeInt(table.size());
        for (Map.Entry<Long, String> meaning : table.entrySet()) {
          out.writeLong(meaning.getKey());
          out.writeInt(text(meaning.getValue()));
        }
      }
    }

    private void field(Field field, DataOutputStream out) throws IOException {
      out.writeInt(field.index());
      out.writeInt(text(field.name()));
      out.writeInt(text(field.form().name()));
      out.writeInt(field.octets());
      out.writeLong(field.mask());
      out.writeInt(text(field.label()));
      out.writeInt(tables.get(field.values()));
      fields(field.bits(), out);
      out.writeInt(text(field.doc()));
      out.writeInt(text(field.section()));
    }

    private void shape(TypeShape shape, DataOutputStream out) throws IOException {
      out.writeInt(text(shape.className()));
      out.writeInt(shape.attributes().size());
      for (Attribute attribute : shape.attributes()) {
        out.writeInt(text(attribute.javaName()));
        out.writeInt(text(attribute.label()));
        fields(attribute.fields(), out);
        out.writeBoolean(attribute.instance());
        out.writeInt(attribute.cases().size());
        for (String name : attribute.cases()) {
          out.writeInt(text(name));
        }
      }
    }

    private void fields(List<Field> fields, DataOutputStream out) throws IOException {
      out.writeInt(fields.size());
      for (Field field : fields) {
        out.writeInt(numbers.get(field));
      }
    }
  }

  /** What was written; the reverse of {@link Writing}. */
  static Grammars read(DataInputStream in) throws IOException {
    return new Reading(in).all();
  }

  private static final class Reading {
    private final DataInputStream in;
    private String[] texts;
    private Field[] fields;

    Reading(DataInputStream in) {
      this.in = in;
    }

    Grammars all() throws IOException {
      texts = new String[in.readInt()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = in.readUTF();
      }
      List<Map<Long, String>> tables = tables();
      fields = new Field[in.readInt()];
      for (int i = 0; i < fields.length; i++) {
        fields[i] = field(tables);
      }
      List<TypeShape> shapes = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        shapes.add(shape());
      }
      return new Grammars(List.of(fields), shapes);
    }

    private List<Map<Long, String>> tables() throws IOException {
      List<Map<Long, String>> tables = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        int size = in.readInt();
        Map<Long, String> table = new HashMap<>(2 * size);
        for (int i = 0; i < size; i++) {
          table.put(in.readLong(), texts[in.readInt()]);
        }
        tables.add(table);
      }
      return tables;
    }

    private Field field(List<Map<Long, String>> tables) throws IOException {
      return new Field(
          in.readInt(),
          texts[in.readInt()],
          FieldForm.valueOf(texts[in.readInt()]),
          in.readInt(),
          in.readLong(),
          texts[in.readInt()],
          tables.get(in.readInt()),
          fields(),
          texts[in.readInt()],
          texts[in.readInt()]);
    }

    private TypeShape shape() throws IOException {
      String name = texts[in.readInt()];
      List<Attribute> attributes = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        attributes.add(
            new Attribute(
                texts[in.readInt()], texts[in.readInt()], fields(), in.readBoolean(), cases()));
      }
      return new TypeShape(name, attributes);
    }

    private List<String> cases() throws IOException {
      String[] cases = new String[in.readInt()];
      for (int i = 0; i < cases.length; i++) {
        cases[i] = texts[in.readInt()];
      }
      return List.of(cases);
    }

    private List<Field> fields() throws IOException {
      Field[] some = new Field[in.readInt()];
      for (int i = 0; i < some.length; i++) {
        some[i] = fields[in.readInt()];
      }
      return List.of(some);
    }
  }
}
