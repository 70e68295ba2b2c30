package io.smbscope.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.smbscope.event.Event;
import io.smbscope.output.stream.LogFiles;
import io.smbscope.output.stream.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the sink writes, as text and read back. */
final class JsonLines {
  private JsonLines() {}

  static String write(Event... events) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (JsonSink sink = new JsonSink(Targets.open("-", octets, LogFiles.once()))) {
      for (Event event : events) {
        sink.accept(event);
      }
    }
    return octets.toString(StandardCharsets.UTF_8);
  }

  /** The one object that the sink writes for an event; a key twice in an object is an error. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> read(Event event) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(write(event))) {
      parser.nextToken();
      Map<String, Object> object = (Map<String, Object>) value(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than one value");
      }
      return object;
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        object.put(key, value(parser));
      }
      return object;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(parser));
      }
      return array;
    }
    return parser.getText();
  }
}
