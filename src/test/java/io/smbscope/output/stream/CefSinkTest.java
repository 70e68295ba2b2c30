package io.smbscope.output.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.event.Event;
import io.smbscope.event.Events;
import io.smbscope.output.CollectedLines;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected lines: by "Implementing ArcSight Common Event Format", version 25. */
class CefSinkTest {
  private static final Pattern HEADER =
      Pattern.compile(
          "CEF:0\\|smbscope\\|smbscope\\|1\\\\\\|0\\|([^|]*)\\|([^|]*)\\|(\\d+)\\|(.*)");

  @ParameterizedTest
  @MethodSource("io.smbscope.output.ActivityTest#told")
  void eachLineHasAHeaderAndPairs(Event event) throws IOException {
    CollectedLines target = write(event);
    assertThat(target.lines).hasSize(1);
    Matcher header = HEADER.matcher(target.lines.get(0));
    assertThat(header.matches()).isTrue();
    assertThat(Integer.parseInt(header.group(3))).isBetween(0, 10);
    assertThat(header.group(4)).matches("rt=\\d+( \\w+=(\\\\.|[^\\\\=])*)+");
  }

  @Test
  void tellsAFile() throws IOException {
    assertThat(line(Events.file().name("reports\\plan.txt").deleted("disposition").build()))
        .startsWith("CEF:0|smbscope|smbscope|1\\|0|file:file-deleted|file-deleted|3|rt=17146446720")
        .contains(
            " cat=file act=file-deleted outcome=success proto=TCP src=10.0.0.7 spt=50000"
                + " smac=02:00:00:00:00:07 dst=10.0.0.5 dpt=445 dmac=02:00:00:00:00:05"
                + " cs1Label=communityId cs1=1:")
        .contains(" fname=plan.txt filePath=")
        .contains("\\\\reports\\\\plan.txt fileType=");
  }

  @Test
  void anIpv6AddressHasAFieldOfItsOwn() throws IOException {
    assertThat(line(Events.file().from("2001:db8::7").build()))
        .contains(" c6a2Label=Source IPv6 Address c6a2=2001:db8::7 spt=50000 ")
        .doesNotContain(" src=");
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("a=b|c\\d\"e", "a\\=b|c\\\\d\"e"),
        Arguments.of("tab\there", "tab\\\\u0009here"),
        Arguments.of("line\r\nCEF:0|x|", "line\\r\\nCEF:0|x|"),
        Arguments.of("nul\0 \u001b \u007f \u0085", "nul\\\\u0000 \\\\u001B \\\\u007F \\\\u0085"),
        Arguments.of("\u2028\u202e\ufeff", "\\\\u2028\\\\u202E\\\\uFEFF"),
        Arguments.of("lone \ud800 \udc00", "lone \\\\uD800 \\\\uDC00"),
        Arguments.of("pair \ud83d\ude00 \u00e9", "pair \ud83d\ude00 \u00e9"),
        Arguments.of("n".repeat(5000), "n".repeat(1023)),
        Arguments.of("n".repeat(1022) + "\ud83d\ude00", "n".repeat(1022) + "\\\\uD83D"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void textFromTheWireCannotBreakALine(String text, String written) throws IOException {
    assertThat(line(Events.anomaly(AnomalyKind.MALFORMED_SMB2, 3, text)))
        .endsWith(" msg=" + written);
  }

  private static String line(Event event) throws IOException {
    return write(event).lines.get(0);
  }

  private static CollectedLines write(Event event) throws IOException {
    CollectedLines target = new CollectedLines();
    try (CefSink sink = new CefSink(target, "1|0")) {
      sink.accept(event);
    }
    return target;
  }
}
