package io.smbscope.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the README's tables of JSON records to what the sink writes: the same keys, in order. */
class ReadmeTest {
  private static final Pattern HEADING = Pattern.compile("#+ `([a-z]+)`");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\|.*");

  @ParameterizedTest
  @MethodSource("io.smbscope.output.JsonSinkTest#events")
  void documentsEveryKey(Class<? extends Event> type) throws IOException {
    Map<String, List<String>> tables = tables();
    Map<String, Object> written = JsonLines.read(JsonSinkTest.full(type));
    String name = (String) written.get("type");

    List<String> keys = new ArrayList<>(written.keySet());
    keys.removeAll(List.of("type", "packet", "time"));
    assertThat(tables.get("record")).containsExactly("type", "packet", "time");
    assertThat(tables.get(name)).as(name).containsExactlyElementsOf(keys);
    written.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> object && !List.of("commands", "values").contains(key)) {
            String table =
                switch (key) {
                  case "client", "server", "source" -> "endpoint";
                  case "more", "total" -> "losses";
                  default -> key;
                };
            List<String> nested = object.keySet().stream().map(Object::toString).toList();
            assertThat(tables.get(table)).as(table).containsExactlyElementsOf(nested);
          }
        });
  }

  /** The keys of each table below a heading that is a record's or an object's name. */
  private static Map<String, List<String>> tables() throws IOException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      Matcher heading = HEADING.matcher(line);
      Matcher row = ROW.matcher(line);
      if (line.startsWith("#")) {
        keys = new ArrayList<>();
        if (heading.matches()) {
          tables.put(heading.group(1), keys);
        }
      } else if (row.matches()) {
        keys.add(row.group(1));
      }
    }
    return tables;
  }
}
