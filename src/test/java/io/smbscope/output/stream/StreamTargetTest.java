package io.smbscope.output.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.output.LineTarget;
import io.smbscope.output.stream.Connection.Connector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class StreamTargetTest {
  enum Kind {
    TCP,
    UNIX
  }

  private static final long MIB = 1 << 20;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void bringsEveryLine(Kind kind) throws Exception {
    try (ListeningPeer peer = peer(kind)) {
      CompletableFuture<List<Integer>> received = receive(peer);
      LineTarget target =
          Targets.open(peer.spec(), OutputStream.nullOutputStream(), LogFiles.once());
      NumberedLines.give(target, 0, 50_000);
      target.close();
      assertThat(received.get()).isEqualTo(numbers(0, 50_000));
      assertThat(target.lost()).isZero();
      assertThat(target.trouble()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void losesNothingWhenAPeerEndsAConnectionAndTakesAnother(Kind kind) throws Exception {
    try (ListeningPeer peer = peer(kind)) {
      LineTarget target = target(peer.connector(), 64 * MIB, Duration.ofSeconds(20));
      NumberedLines.give(target, 0, 10);
      try (SocketChannel first = peer.accept()) {
        assertThat(read(first, 10)).isEqualTo(numbers(0, 10));
      }
      NumberedLines.give(target, 10, 20);
      try (SocketChannel second = peer.accept()) {
        assertThat(read(second, 10)).isEqualTo(numbers(10, 20));
      }
      target.close();
      assertThat(target.lost()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void beginsAgainWithAWholeLineAndRepeatsNone(Kind kind) throws Exception {
    try (ListeningPeer peer = peer(kind)) {
      LineTarget target = target(peer.connector(), 256 * MIB, Duration.ofSeconds(20));
      List<Integer> received = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        NumberedLines.give(target, i * 20_000, (i + 1) * 20_000);
        try (SocketChannel connection = peer.accept()) {
          received.addAll(read(connection, 1_000));
        }
      }
      CompletableFuture<List<Integer>> rest = receive(peer);
      NumberedLines.give(target, 100_000, 100_010);
      target.close();
      received.addAll(rest.get());
      assertThat(received).isSorted().doesNotHaveDuplicates().contains(100_009);
      assertThat(target.lost()).isZero();
      assertThat(target.trouble()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverWaitsForAPeerThatReadsNothing(Kind kind) throws Exception {
    try (ListeningPeer peer = peer(kind)) {
      LineTarget target = target(peer.connector(), 2 * MIB, Duration.ofMillis(200));
      NumberedLines.give(target, 0, 200_000);
      assertThat(target.lost()).isPositive();
      try (SocketChannel connection = peer.accept()) {
        target.close();
        assertThat(target.trouble()).isEqualTo("it took nothing for 0 s");
        int read = readToTheEnd(connection);
        assertThat(read + target.lost()).isEqualTo(200_000);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWithAPeerThatOnlyReads(Kind kind) throws Exception {
    try (ListeningPeer peer = peer(kind)) {
      LineTarget target = target(peer.connector(), 64 * MIB, Duration.ofSeconds(20));
      NumberedLines.give(target, 0, 10);
      try (SocketChannel connection = peer.accept()) {
        BufferedReader lines = ListeningPeer.lines(connection.shutdownOutput());
        assertThat(read(lines, 10)).isEqualTo(numbers(0, 10));
        NumberedLines.give(target, 10, 50_000);
        assertThat(read(lines, 49_990)).isEqualTo(numbers(10, 50_000));
        target.close();
      }
    }
  }

  @Test
  void countsWhatAnAbsentPeerDoesNotTake() throws Exception {
    int port;
    try (ListeningPeer peer = ListeningPeer.tcp()) {
      port = peer.port();
    }
    LineTarget target = target(ListeningPeer.connector(port), 64 * MIB, Duration.ofMillis(200));
    NumberedLines.give(target, 0, 1_000);
    target.close();
    assertThat(target.lost()).isEqualTo(1_000);
    assertThat(target.trouble()).isEqualTo("Connection refused");
  }

  @Test
  void bringsAllToAPeerThatComesLate() throws Exception {
    int port;
    try (ListeningPeer peer = ListeningPeer.tcp()) {
      port = peer.port();
    }
    LineTarget target = target(ListeningPeer.connector(port), 64 * MIB, Duration.ofSeconds(20));
    NumberedLines.give(target, 0, 1_000);
    while (target.trouble() == null) {
      Thread.onSpinWait();
    }
    try (ListeningPeer peer = ListeningPeer.tcp(port)) {
      CompletableFuture<List<Integer>> received = receive(peer);
      target.close();
      assertThat(received.get()).isEqualTo(numbers(0, 1_000));
      assertThat(target.lost()).isZero();
    }
  }

  @Test
  void saysThatAHostIsUnknown() throws Exception {
    HostPort nowhere = new HostPort("nowhere.invalid", 1);
    LineTarget target = target(() -> ChannelConnection.tcp(nowhere), MIB, Duration.ofMillis(200));
    NumberedLines.give(target, 0, 1);
    while (target.trouble() == null) {
      Thread.onSpinWait();
    }
    target.close();
    assertThat(target.trouble()).isEqualTo("unknown host nowhere.invalid");
    assertThat(target.lost()).isEqualTo(1);
  }

  @Test
  void readsWhatThePeerSends() throws Exception {
    try (ListeningPeer peer = ListeningPeer.tcp()) {
      LineTarget target = target(peer.connector(), 64 * MIB, Duration.ofSeconds(20));
      NumberedLines.give(target, 0, 10);
      try (SocketChannel connection = peer.accept()) {
        BufferedReader lines = ListeningPeer.lines(connection);
        connection.write(ByteBuffer.allocate(10_000));
        assertThat(read(lines, 10)).isEqualTo(numbers(0, 10));
        NumberedLines.give(target, 10, 1_000);
        target.close();
        assertThat(read(lines, 991)).isEqualTo(numbers(10, 1_000));
      }
    }
  }

  private ListeningPeer peer(Kind kind) throws IOException {
    return kind == Kind.TCP ? ListeningPeer.tcp() : ListeningPeer.unix(folder.resolve("socket"));
  }

  private LineTarget target(Connector connector, long spill, Duration patience) {
    Tally tally = new Tally();
    return new QueuedTarget(
        "test",
        Framing.LINE_FEED,
        new StreamCarrier(connector, tally),
        tally,
        new Backlog.Bounds(1, spill, folder),
        patience);
  }

  /** All numbers from the next connection. */
  private static CompletableFuture<List<Integer>> receive(ListeningPeer peer) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (SocketChannel connection = peer.accept()) {
            return read(connection, Integer.MAX_VALUE);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private static List<Integer> read(SocketChannel connection, int most) throws IOException {
    return read(ListeningPeer.lines(connection), most);
  }

  private static List<Integer> read(BufferedReader lines, int most) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    while (numbers.size() < most) {
      String line = lines.readLine();
      if (line == null) {
        break;
      }
      numbers.add(NumberedLines.number(line));
    }
    return numbers;
  }

  /** How many line ends come until the connection does. */
  private static int readToTheEnd(SocketChannel connection) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    int ends = 0;
    while (connection.read(buffer.clear()) >= 0) {
      for (int i = 0; i < buffer.position(); i++) {
        ends += buffer.get(i) == '\n' ? 1 : 0;
      }
    }
    return ends;
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
