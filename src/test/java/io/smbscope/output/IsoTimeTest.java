package io.smbscope.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1601-01-01T00:00:00.000000100Z",
        "1970-01-01T00:00:00.000000001Z",
        "2024-02-29T23:59:59.999999999Z",
        "9999-12-31T23:59:59.000000001Z",
        "+60056-05-28T05:36:10.955161500Z",
        "-0001-01-01T00:00:00.000000001Z",
        "+999999999-12-31T23:59:59.999999999Z",
        "-999999999-01-01T00:00:00.000000001Z",
      })
  void writesAsIso8601(String text) {
    Instant instant = Instant.parse(text);
    IsoTime time = new IsoTime();

    int length = time.format(instant.getEpochSecond(), instant.getNano());

    assertThat(new String(time.text(), 0, length)).isEqualTo(text);
  }
}
