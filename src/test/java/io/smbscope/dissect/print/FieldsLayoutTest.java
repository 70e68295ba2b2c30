package io.smbscope.dissect.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smbscope.dissect.Dissected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code -E}, as tshark 4.0.17 takes it: the lines are what it prints of the sample's second frame.
 */
class FieldsLayoutTest {
  private static String second(String... options) {
    List<String> lines =
        Dissected.lines(
            "smb311.pcap",
            FieldsLayout.of(List.of(options)),
            "frame.number",
            "smb2.cmd",
            "ip.addr");
    return lines.get(FieldsLayout.of(List.of(options)).header() ? 2 : 1);
  }

  @Test
  void printsTabsAndAllValuesByDefault() {
    assertThat(second()).isEqualTo("2\t\t10.7.0.1,10.7.0.2");
  }

  @Test
  void takesSeparatorsAndAggregators() {
    assertThat(second("separator=;", "aggregator=/s")).isEqualTo("2;;10.7.0.1 10.7.0.2");
    assertThat(second("separator=/s", "aggregator=+")).isEqualTo("2  10.7.0.1+10.7.0.2");
    assertThat(second("separator=/t")).isEqualTo("2\t\t10.7.0.1,10.7.0.2");
    assertThat(second("separator=abc")).isEqualTo("2aa10.7.0.1,10.7.0.2");
  }

  @Test
  void picksOccurrences() {
    assertThat(second("occurrence=f")).isEqualTo("2\t\t10.7.0.1");
    assertThat(second("occurrence=l")).isEqualTo("2\t\t10.7.0.2");
  }

  @Test
  void quotesWhatHasAValue() {
    assertThat(second("quote=d")).isEqualTo("\"2\"\t\t\"10.7.0.1,10.7.0.2\"");
    assertThat(second("quote=s", "quote=n")).isEqualTo("2\t\t10.7.0.1,10.7.0.2");
  }

  @Test
  void beginsWithNamesAndMark() {
    List<String> lines =
        Dissected.lines(
            "smb311.pcap",
            FieldsLayout.of(List.of("bom=y", "header=y", "separator=,")),
            "frame.number",
            "smb2.cmd");
    assertThat(lines.get(0)).isEqualTo("\uFEFFframe.number,smb2.cmd");
  }

  @Test
  void fillsTheLastColumnOfAFieldGivenTwice() {
    assertThat(Dissected.lines("smb311.pcap", "frame.number", "frame.len", "frame.number").get(0))
        .isEqualTo("\t74\t1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"header", "header=", "header=x", "occurrence=x", "quote=x", "escape=y", "=", ""})
  void saysWhatItDoesNotTake(String option) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldsLayout.of(List.of(option)))
        .withMessageContaining("-E " + option);
  }
}
