package io.smbscope.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.smbscope.cli.Program.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would steer a terminal or forge a line, put into real traffic. */
class HostileNamesTest {
  /** Clears the screen, breaks the line, turns the writing direction. */
  private static final String FILE = "\u001b[2J\n\u202ex";

  private static final String USER = "\u001b]0;\u0007";
  private static final String HOST = "\r\u009b1m\u2028\u200b\ud800";
  private static final String HOST_OEM = "\u001b[2J\r\n\u009b";

  @ParameterizedTest
  @CsvSource({
    "smb311.pcap",
    "nt1.pcap",
    "nt1-ascii.pcap",
    "lanman2.pcap",
    "port139-nt1.pcap",
    "browser.pcap"
  })
  void reachNeitherTerminalNorJson(String sample) throws IOException {
    byte[] capture = hostile(sample);
    Result json = Program.run(capture, "analyze", "--json", "-", "-");
    Result summary = Program.run(capture, "analyze", "-");
    assertThat(json.status()).isEqualTo(Program.DONE);
    assertThat(summary.status()).isEqualTo(Program.DONE);
    Ordeal.checkText(json.outText());
    Ordeal.checkText(summary.outText());
    assertThat(json.outLines()).allMatch(line -> line.startsWith("{\"type\":"));
    assertThat(json.outText()).contains("\\u001B");
    assertThat(summary.outText()).contains("\\x1b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smb311.pcap", "nt1.pcap", "nt1-ascii.pcap", "browser.pcap"})
  void breakNoColumnOfZeeksLogs(String sample, @TempDir Path folder) throws IOException {
    Result result = Program.run(hostile(sample), "analyze", "--zeek", folder.toString(), "-");
    assertThat(result.status()).isEqualTo(Program.DONE);
    for (Path log : logs(folder)) {
      List<String> lines = List.of(Files.readString(log).split("\n", -1));
      int columns = lines.get(6).split("\t", -1).length - 1;
      assertThat(lines.get(6)).startsWith("#fields\t");
      assertThat(lines.get(lines.size() - 1)).isEmpty();
      for (String line : lines.subList(8, lines.size() - 2)) {
        assertThat(line.split("\t", -1)).as(log + ": " + line).hasSize(columns);
        Ordeal.checkText(line.replace('\t', ' '));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smb311.pcap", "nt1.pcap", "nt1-ascii.pcap", "browser.pcap"})
  void breakNoObjectOfZeeksLogs(String sample, @TempDir Path folder) throws IOException {
    String name = folder.toString();
    Result result = Program.run(hostile(sample), "analyze", "--zeek", name, "--zeek-json", "-");
    assertThat(result.status()).isEqualTo(Program.DONE);
    for (Path log : logs(folder)) {
      String lines = Files.readString(log);
      Ordeal.checkText(lines);
      try (JsonParser parser = new JsonFactory().createParser(lines)) {
        long objects = 0;
        while (parser.nextToken() != null) {
          assertThat(parser.currentToken()).isEqualTo(JsonToken.START_OBJECT);
          parser.skipChildren();
          objects++;
        }
        assertThat(lines.lines().count()).isEqualTo(objects);
      }
    }
  }

  private static List<Path> logs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> logs = files.toList();
      assertThat(logs).isNotEmpty();
      return logs;
    }
  }

  static byte[] hostile(String sample) throws IOException {
    byte[] capture = Files.readAllBytes(Samples.of(sample));
    replace(capture, UTF_16LE, "fox.txt", FILE);
    replace(capture, ISO_8859_1, "fox.txt", FILE.replace('\u202e', '\u0000'));
    replace(capture, UTF_16LE, "alice", USER);
    replace(capture, ISO_8859_1, "alice", USER);
    replace(capture, ISO_8859_1, "ALICE", USER);
    replace(capture, UTF_16LE, "CLIENT1", HOST);
    replace(capture, ISO_8859_1, "FILESRV", HOST_OEM);
    return capture;
  }

  private static void replace(byte[] octets, Charset charset, String name, String other) {
    byte[] from = name.getBytes(charset);
    byte[] to = other.getBytes(charset);
    assertThat(to).hasSameSizeAs(from);
    for (int i = 0; i + from.length <= octets.length; i++) {
      if (Arrays.equals(octets, i, i + from.length, from, 0, from.length)) {
        System.arraycopy(to, 0, octets, i, to.length);
      }
    }
  }
}
