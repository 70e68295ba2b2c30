package io.smbscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "999,999 B",
    "1000,1.0 kB",
    "999949,999.9 kB",
    "999950,1.0 MB",
    "1234567890,1.2 GB",
    "9223372036854775807,9.2 EB",
  })
  void sizes(long octets, String expected) {
    assertThat(Amounts.bytes(octets)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.000 s",
    "1500000,0.002 s",
    "59999000000,59.999 s",
    "61000000000,1 min 1 s",
    "3661000000000,1 h 1 min",
    "187200000000000,2 d 4 h",
  })
  void durations(long nanos, String expected) {
    assertThat(Amounts.duration(nanos)).isEqualTo(expected);
  }
}
