package io.smbscope.detect.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '@',
      value = {
        "share @ share",
        "IPC$ @ IPC$",
        "NT LM 0.12 @ NT LM 0.12",
        "10.7.0.1 @ 10.7.0.1",
        "10.0.0.0/8 @ 10.0.0.0/8",
        "fe80::1 @ 'fe80::1'",
        "3.0 @ '3.0'",
        "No @ 'No'",
        "o'neill @ 'o''neill'",
        "LAB\\alice @ 'LAB\\alice'",
        "a: b @ 'a: b'",
        "^a\u001b[0m^ @ \"a\\u001b[0m\"",
        "^a\u202eb\"^ @ \"a\\u202eb\\\"\"",
      })
  void quotesWhereNeeded(String text, String written) {
    assertThat(YamlText.of(text)).isEqualTo(written);
  }

  @Property(tries = 500)
  void readsTheSameAgain(@ForAll @Size(max = 40) List<@NotEmpty String> texts) {
    List<String> whole =
        texts.stream()
            .map(text -> text.replaceAll("[\\ud800-\\udfff]", "x"))
            .filter(text -> !text.isEmpty())
            .toList();
    String yaml = "key:" + YamlText.list(whole, "  ") + "\n";

    assertThat(YamlValue.of("test.yaml", yaml).keys("key").get("key").items(text -> text))
        .isEqualTo(whole);
  }
}
