package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Capture on the loopback interface, where the rights are there for it. */
class LiveCommandTest {
  /** A name query for FILESRV, as nmblookup sends it. RFC 1002 4.2.12 */
  private static final byte[] QUERY =
      HexFormat.of()
          .parseHex(
              "1234011000010000000000002045474a454d4546464444464743414341434143414341434143414341"
                  + "4341434100"
                  + "00200001");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "live | Missing required option: '--interface=IFACE[,IFACE]' (see smbscope live --help)",
        "live -i lo,lo | -i: an interface is named twice",
        "live -i lo --rotate-size 3M | --rotate-size and --rotate-time need -w FILE",
        "live -i lo -w f --keep 3 | --keep needs --rotate-size, --rotate-time,"
            + " --log-rotate-size or --log-rotate-time",
        "live -i lo --log-rotate-time 3x |"
            + " --log-rotate-time takes a time, such as 90, 15m, 12h or 7d, not '3x'",
        "live -i lo -w f --rotate-size 3x |"
            + " --rotate-size takes a size, such as 100M or 2G, not '3x'",
        "live -i lo --duration 0 | --duration takes a time, such as 90, 15m, 12h or 7d, not '0'",
        "live -i lo --buffer 5000 | --buffer takes a number from 1 to 2047, not 5000",
        "live -i lo --count 0 | --count takes a number from 1 on, not 0",
        "live -i lo --ports 70000 | not a TCP port: 70000"
      })
  void saysWhatIsWrongWithTheOptions(String arguments, String complaint) {
    Program.Result result = Program.run(arguments.strip().split(" "));
    assertThat(result.errLines()).containsExactly("smbscope: " + complaint);
    assertThat(result.status()).isEqualTo(Program.WRONG_USAGE);
  }

  @Test
  void saysWhenThereIsNoSuchInterface() throws Exception {
    assumeCapture();
    Program.Result result = Program.run("live", "-i", "no-such-if0");
    assertThat(result.errText())
        .isEqualTo(
            "smbscope: no-such-if0: no such interface (smbscope interfaces lists them)"
                + System.lineSeparator());
    assertThat(result.status()).isEqualTo(Program.WRONG_USAGE);
  }

  @Test
  void saysWhenTheFilterDoesNotCompile() throws Exception {
    assumeCapture();
    Program.Result result = Program.run("live", "-i", loopback(), "--filter", "prot smb");
    assertThat(result.errText())
        .startsWith("smbscope: filter 'prot smb': can't parse filter expression");
    assertThat(result.status()).isEqualTo(Program.WRONG_USAGE);
  }

  @Test
  void saysWhenPacketsCannotBeKept() throws Exception {
    assumeCapture();
    String file = folder.resolve("none/f.pcapng").toString();
    Program.Result result = Program.run("live", "-i", loopback(), "-w", file);
    assertThat(result.errLines())
        .containsExactly("smbscope: cannot write " + file + ": no such folder");
    assertThat(result.status()).isEqualTo(Program.WRONG_USAGE);
  }

  @Test
  @Timeout(60)
  void theFileKeptGivesTheSameEvents() throws Exception {
    assumeCapture();
    Path file = folder.resolve("kept.pcapng");
    Thread sender = new Thread(LiveCommandTest::sendQueries);
    sender.start();
    Program.Result live =
        Program.run(
            "live", "-i", loopback(), "--count", "10", "--json", "-", "-w", file.toString());
    sender.interrupt();
    sender.join(TimeUnit.SECONDS.toMillis(10));
    assertThat(live.errLines()).containsExactly("smbscope: capturing on " + loopback());
    assertThat(live.status()).isEqualTo(Program.DONE);
    assertThat(live.capture()).contains("\"packets\":10,");
    Program.Result read = Program.json(List.of(file));
    assertThat(live.events()).contains("\"type\":\"name\"").isEqualTo(read.events());
    assertThat(live.capture()).isEqualTo(read.capture());
  }

  @Test
  @Timeout(60)
  void endsAfterTheDurationThoughNothingComes() throws Exception {
    assumeCapture();
    Program.Result result =
        Program.run("live", "-i", loopback(), "--duration", "1", "--filter", "arp");
    assertThat(result.outLines()).first().isEqualTo("Capture");
    assertThat(result.status()).isEqualTo(Program.DONE);
  }

  @Test
  void listsInterfaces() throws Exception {
    assumeCapture();
    Program.Result result = Program.run("interfaces");
    assertThat(result.status()).isEqualTo(Program.DONE);
    assertThat(result.outLines().get(0)).startsWith("NAME").contains("STATE", "LINK TYPE");
    assertThat(result.outLines())
        .anyMatch(line -> line.startsWith(loopback() + " ") && line.contains("up, loopback"));
  }

  private static void sendQueries() {
    try (DatagramSocket socket = new DatagramSocket()) {
      while (!Thread.interrupted()) {
        socket.send(new DatagramPacket(QUERY, QUERY.length, InetAddress.getLoopbackAddress(), 137));
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** The right to capture on the loopback interface: elsewhere the tests are skipped. */
  private static void assumeCapture() {
    Program.Result result =
        Program.run("live", "-i", loopback(), "--duration", "1", "--count", "1", "-w", "/none/x");
    assumeThat(result.errText())
        .as("not root, or no libpcap: cannot capture")
        .contains("no such folder");
  }

  private static String loopback() {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress()).getName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
