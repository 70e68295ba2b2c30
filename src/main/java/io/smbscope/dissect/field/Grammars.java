package io.smbscope.dissect.field;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * What all grammars say of fields.
 *
 * @param fields in the grammars' order; of a name several
 */
record Grammars(List<Field> fields, List<TypeShape> shapes) {
  private static final String FOLDER = "/grammars/";
  private static final String LIST = "all_grammars";

  /** Of the grammars themselves. */
  static Grammars read() throws IOException {
    List<Field> fields = new ArrayList<>();
    List<TypeShape> shapes = new ArrayList<>();
    Map<String, Integer> indexes = new HashMap<>();
    Map<?, ?> meta = (Map<?, ?>) grammar(LIST).get("meta");
    List<Map<?, ?>> roots = new ArrayList<>();
    for (Object name : (List<?>) meta.get("imports")) {
      roots.add(grammar((String) name));
    }
    SharedKeys shared = new SharedKeys(roots);
    for (Map<?, ?> root : roots) {
      GrammarFile file =
          new GrammarFile(
              root, shared, field -> indexes.computeIfAbsent(field, f -> indexes.size()));
      shapes.addAll(file.shapes());
      fields.addAll(file.fields());
    }
    return new Grammars(fields, shapes);
  }

  private static Map<?, ?> grammar(String name) throws IOException {
    try (InputStream in = Grammars.class.getResourceAsStream(FOLDER + name + ".ksy")) {
      return (Map<?, ?>)
          new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
              .loadFromInputStream(in);
    }
  }
}
