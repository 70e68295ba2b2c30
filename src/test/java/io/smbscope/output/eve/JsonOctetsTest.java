package io.smbscope.output.eve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.smbscope.output.WireEscapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes what Jackson writes with the escapes for what was on the wire. */
class JsonOctetsTest {
  private static final JsonFactory JACKSON =
      new JsonFactoryBuilder().characterEscapes(new WireEscapes()).build();

  private final JsonOctets json = new JsonOctets();

  private static String byJackson(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = JACKSON.createGenerator(out)) {
      generator.writeString(text);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String written() {
    String text = new String(json.copy(), StandardCharsets.UTF_8);
    json.clear();
    return text;
  }

  @Test
  void everyCharacterAsJackson() throws IOException {
    for (int from = 0; from <= Character.MAX_VALUE; from += 64) {
      StringBuilder characters = new StringBuilder();
      for (int c = from; c < from + 64; c++) {
        characters.append('<').append((char) c);
      }
      json.text(characters.toString());
      assertThat(written()).isEqualTo(byJackson(characters.toString()));
    }
  }

  @Test
  void pairsOfSurrogatesAndLongTextsAsJackson() throws IOException {
    for (String text : new String[] {"", "\ud83d\ude00", "\ude00\ud83d", "\u0001".repeat(70_000)}) {
      json.text(text);
      assertThat(written()).isEqualTo(byJackson(text));
    }
  }

  /** More texts than are kept, again and again. */
  @Test
  void textsThatComeAgain() throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String text = "name\t" + random.nextInt(3_000);
      json.text(text);
      assertThat(written()).isEqualTo(byJackson(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        9,
        10,
        99,
        100,
        -1,
        -10,
        2147483647L,
        2147483648L,
        4294967295L,
        99999999999L,
        1000000000000000000L,
        Long.MAX_VALUE,
        -Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void numbers(long number) {
    json.number(number);
    assertThat(written()).isEqualTo(Long.toString(number));
    json.unsigned(number);
    assertThat(written()).isEqualTo(Long.toUnsignedString(number));
  }

  @Test
  void numbersOfEachLength() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      long number = random.nextLong() >> random.nextInt(64);
      json.number(number);
      assertThat(written()).isEqualTo(Long.toString(number));
    }
  }

  @Test
  void commasComeByThemselves() {
    json.put('{');
    json.name("a");
    json.number(1);
    json.name("b");
    json.put('[');
    json.separate();
    json.text("x");
    json.separate();
    json.put('{');
    json.name("a");
    json.flag(true);
    json.put('}');
    json.put(']');
    json.name("c");
    json.hexadecimal(0xABCDE, 4);
    json.put('}');
    assertThat(written()).isEqualTo("{\"a\":1,\"b\":[\"x\",{\"a\":true}],\"c\":bcde}");
  }
}
