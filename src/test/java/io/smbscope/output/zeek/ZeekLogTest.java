package io.smbscope.output.zeek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.smbscope.base.Stamp;
import io.smbscope.output.stream.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected values: what Zeek's ASCII and JSON writers make of the same values. */
class ZeekLogTest {
  private static final Stamp AT = new Stamp(7, 1_714_644_672_123_456_789L);
  private static final List<Column> COLUMNS =
      Column.list(
          "ts", "time",
          "name", "string",
          "names", "set[string]",
          "size", "count",
          "rtt", "interval",
          "ok", "bool",
          "ttls", "vector[interval]");

  @TempDir Path folder;

  @Test
  void columnsHaveZeeksHeaderAndEnd() throws IOException {
    try (ZeekLog log = new ZeekLog(form(false), "probe", COLUMNS)) {
      log.row(AT).time(AT).text("a b").set(List.of("x", "y,z")).count(12).interval(AT, at(2_500));
      log.bool(true).seconds(List.of(300L, 0L)).end();
      log.row(at(1_000_000_000L)).unset().text(null).set(null).count(null);
      log.interval(null, AT).bool(null).seconds(null).end();
    }
    assertThat(Files.readString(folder.resolve("made/probe.log")))
        .isEqualTo(
            """
            #separator \\x09
            #set_separator\t,
            #empty_field\t(empty)
            #unset_field\t-
            #path\tprobe
            #open\t2024-05-02-10-11-12
            #fields\tts\tname\tnames\tsize\trtt\tok\tttls
            #types\ttime\tstring\tset[string]\tcount\tinterval\tbool\tvector[interval]
            1714644672.123456\ta b\tx,y\\x2cz\t12\t0.000003\tT\t300.000000,0.000000
            -\t-\t-\t-\t-\t-\t-
            #close\t2024-05-02-10-11-13
            """);
  }

  @Test
  void jsonLeavesOutWhatIsUnset() throws IOException {
    try (ZeekLog log = new ZeekLog(form(true), "probe", COLUMNS)) {
      log.row(AT).time(AT).text("a b").set(List.of("x", "y,z")).count(12).interval(AT, at(2_500));
      log.bool(true).seconds(List.of(300L, 0L)).end();
      log.row(AT).unset().text(null).set(List.of()).count(null).interval(null, AT).bool(false);
      log.seconds(null).end();
      log.row(AT).unset().unset().unset().unset().unset().unset().unset().end();
    }
    assertThat(Files.readString(folder.resolve("made/probe.log")))
        .isEqualTo(
            "{\"ts\":1714644672.123456,\"name\":\"a b\",\"names\":[\"x\",\"y,z\"],\"size\":12,"
                + "\"rtt\":0.000003,\"ok\":true,\"ttls\":[300.000000,0.000000]}\n"
                + "{\"names\":[],\"ok\":false}\n"
                + "{}\n");
  }

  @Test
  void noFileWithoutARow() throws IOException {
    new ZeekLog(form(false), "probe", COLUMNS).close();
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void noValueBreaksALineOrAColumn(String value, String expected) throws IOException {
    try (ZeekLog log = new ZeekLog(form(false), "probe", Column.list("name", "string"))) {
      log.row(AT).text(value).end();
    }
    List<String> lines =
        List.of(Files.readString(folder.resolve("made/probe.log")).split("\n", -1));
    assertThat(lines).hasSize(11);
    assertThat(lines.get(8)).isEqualTo(expected);
  }

  static List<Arguments> hostile() {
    return List.of(
        Arguments.of("", "(empty)"),
        Arguments.of("-", "\\x2d"),
        Arguments.of("(empty)", "\\x28empty)"),
        Arguments.of("--", "--"),
        Arguments.of("a\tb", "a\\x09b"),
        Arguments.of("a\nb\r\n", "a\\x0ab\\x0d\\x0a"),
        Arguments.of("\0a\u001b[2J", "\\x00a\\x1b[2J"),
        Arguments.of("a\"b',c", "a\"b',c"),
        Arguments.of("\\\\srv\\x09", "\\\\\\\\srv\\\\x09"),
        Arguments.of("a\u007f\u0085", "a\\x7f\\xc2\\x85"),
        Arguments.of("Gr\u00f6\u00dfe \u6587\ud83d\ude00", "Gr\u00f6\u00dfe \u6587\ud83d\ude00"),
        Arguments.of("a\ud83d", "a\\xed\\xa0\\xbd"),
        Arguments.of("\ude00\ud83d.", "\\xed\\xb8\\x80\\xed\\xa0\\xbd."),
        Arguments.of("exe\u202egpj\u2028", "exe\\xe2\\x80\\xaegpj\\xe2\\x80\\xa8"));
  }

  @ParameterizedTest
  @MethodSource("hostileJson")
  void noValueBreaksAnObject(String value, String written, String read) throws IOException {
    try (ZeekLog log = new ZeekLog(form(true), "probe", Column.list("name", "string"))) {
      log.row(AT).text(value).end();
    }
    String lines = Files.readString(folder.resolve("made/probe.log"));
    assertThat(lines).isEqualTo("{\"name\":\"" + written + "\"}\n");
    assertThat(read(lines)).isEqualTo(read);
  }

  static List<Arguments> hostileJson() {
    return List.of(
        Arguments.of("", "", ""),
        Arguments.of("-", "-", "-"),
        Arguments.of("a\"b\\c/", "a\\\"b\\\\c/", "a\"b\\c/"),
        Arguments.of("\b\f\n\r\t", "\\b\\f\\n\\r\\t", "\b\f\n\r\t"),
        Arguments.of("\0\u0015\u007f", "\\\\x00\\\\x15\\\\x7f", "\\x00\\x15\\x7f"),
        Arguments.of("\u0085", "\\\\xc2\\\\x85", "\\xc2\\x85"),
        Arguments.of("\u6587\ud83d\ude00", "\u6587\ud83d\ude00", "\u6587\ud83d\ude00"),
        Arguments.of("\ud83d", "\\\\xed\\\\xa0\\\\xbd", "\\xed\\xa0\\xbd"),
        Arguments.of("\u202ex\u2028", "\\u202ex\\u2028", "\u202ex\u2028"));
  }

  @Test
  void anOverlongValueIsWrittenWhole() throws IOException {
    String name = "\u6587\t".repeat(100_000);
    try (ZeekLog log = new ZeekLog(form(false), "probe", Column.list("name", "string"))) {
      log.row(AT).text(name).end();
    }
    assertThat(Files.readString(folder.resolve("made/probe.log")))
        .contains("\n" + "\u6587\\x09".repeat(100_000) + "\n#close");
  }

  @Test
  void aRowHasItsColumns() throws IOException {
    try (ZeekLog log = new ZeekLog(form(false), "probe", COLUMNS)) {
      assertThatThrownBy(() -> log.row(AT).time(AT).end())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("probe");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1403193605.830790, 1403193605.830790",
    "1403193605.8307895, 1403193605.830790",
    "0, 0.000000",
    "-11644473600, -11644473600.000000",
    "-0.25, -0.250000"
  })
  void floatingPointTimesAreRounded(double seconds, String expected) throws IOException {
    try (ZeekLog log = new ZeekLog(form(true), "probe", Column.list("ts", "time"))) {
      log.row(AT).time(seconds).end();
    }
    assertThat(Files.readString(folder.resolve("made/probe.log")))
        .isEqualTo("{\"ts\":" + expected + "}\n");
  }

  private static String read(String line) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(line)) {
      json.nextToken();
      json.nextToken();
      return json.nextTextValue();
    }
  }

  private ZeekForm form(boolean json) {
    return new ZeekForm(folder.resolve("made"), json, false, LogFiles.once());
  }

  private static Stamp at(long later) {
    return new Stamp(8, AT.nanos() + later);
  }
}
