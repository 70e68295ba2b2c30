package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A capture on standard input that comes piece by piece. */
class ArrivingPacketsTest {
  private static final Path CAPTURE = Path.of("sample-captures/smb311.pcap");

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  @Timeout(20)
  void resultsAppearWhilePacketsArrive(String threads) throws Exception {
    byte[] capture = Files.readAllBytes(CAPTURE);
    ExecutorService analysis = Executors.newSingleThreadExecutor();
    PipedOutputStream packets = new PipedOutputStream();
    try (PipedOutputStream json = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(packets, capture.length);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    new PipedInputStream(json, 1 << 20), StandardCharsets.UTF_8))) {
      Future<?> done = analysis.submit(() -> analyze(in, json, threads));
      packets.write(capture, 0, capture.length - 1);
      packets.flush();
      assertThat(lines.readLine()).startsWith("{\"type\":");
      assertThat(done.isDone()).isFalse();
      packets.write(capture, capture.length - 1, 1);
      packets.close();
      done.get();
    } finally {
      analysis.shutdownNow();
    }
  }

  /** Time moves on at every 2,048th packet, and ends connections in which nothing happens. */
  @Test
  void theOutcomeDoesNotDependOnHowThePacketsArrive() throws Exception {
    byte[] capture = repeated(Files.readAllBytes(CAPTURE), 70, 60);
    ByteArrayOutputStream atOnce = new ByteArrayOutputStream();
    analyze(new ByteArrayInputStream(capture), atOnce, "1");
    for (String threads : new String[] {"1", "3"}) {
      ByteArrayOutputStream inPieces = new ByteArrayOutputStream();
      analyze(new Pieces(capture), inPieces, threads);
      assertThat(inPieces.toString(StandardCharsets.UTF_8))
          .isEqualTo(atOnce.toString(StandardCharsets.UTF_8));
    }
  }

  /**
   * Connections that do not end: of each the first 60 packets of a little-endian pcap file, of
   * other hosts and some seconds later each time.
   */
  private static byte[] repeated(byte[] pcap, int times, int secondsApart) {
    ByteBuffer file = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
    int end = 24;
    for (int i = 0; i < 60; i++) {
      end += 16 + file.getInt(end + 8);
    }
    ByteBuffer all = ByteBuffer.allocate(24 + times * (end - 24)).order(ByteOrder.LITTLE_ENDIAN);
    all.put(pcap, 0, 24);
    for (int i = 0; i < times; i++) {
      int at = all.position();
      all.put(pcap, 24, end - 24);
      while (at < all.position()) {
        all.putInt(at, all.getInt(at) + i * secondsApart);
        int addresses = at + 16 + 14 + 12;
        all.putInt(addresses, all.getInt(addresses) ^ i << 24);
        all.putInt(addresses + 4, all.getInt(addresses + 4) ^ i << 24);
        at += 16 + all.getInt(at + 8);
      }
    }
    return all.array();
  }

  private static void analyze(InputStream packets, OutputStream json, String threads) {
    PrintStream out = new PrintStream(json, false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(packets, out, err, false, false, 80, false);
    assertThat(Main.run(terminal, "analyze", "--threads", threads, "--json", "-", "-")).isZero();
  }

  /** A few octets a read, and often nothing at hand. */
  private static final class Pieces extends InputStream {
    private final ByteArrayInputStream octets;
    private final Random random = new Random(7);

    Pieces(byte[] octets) {
      this.octets = new ByteArrayInputStream(octets);
    }

    @Override
    public int read() {
      return octets.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      return octets.read(to, offset, Math.min(length, 1 + random.nextInt(2_000)));
    }

    @Override
    public int available() {
      return random.nextBoolean() ? octets.available() : 0;
    }
  }
}
