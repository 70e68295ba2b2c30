package io.smbscope.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.Program.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    byte[] capture = Files.readAllBytes(Samples.of(sample));
    replace(capture, UTF_16LE, "fox.txt", FILE);
    replace(capture, ISO_8859_1, "fox.txt", FILE.replace('\u202e', '\u0000'));
    replace(capture, UTF_16LE, "alice", USER);
    replace(capture, ISO_8859_1, "alice", USER);
    replace(capture, ISO_8859_1, "ALICE", USER);
    replace(capture, UTF_16LE, "CLIENT1", HOST);
    replace(capture, ISO_8859_1, "FILESRV", HOST_OEM);
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
