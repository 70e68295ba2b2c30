package io.smbscope.output.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SyslogTargetTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** Of a server whose certificate, which signs itself, is made out to 127.0.0.1. */
  private static SSLContext tls;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path file = folder.resolve("keys");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=log",
                "-ext",
                "SAN=IP:127.0.0.1")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor()).as(() -> read(folder.resolve("keytool.txt"))).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
  }

  @Test
  void sendsADatagramALine() throws Exception {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      for (String transport : new String[] {"", "udp:"}) {
        LineTarget target = Targets.syslog(transport + "127.0.0.1:" + server.getLocalPort(), "EVE");
        NumberedLines.give(target, 0, 100);
        target.close();
        DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
        for (int i = 0; i < 100; i++) {
          server.receive(packet);
          String message =
              new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
          assertThat(number(message)).isEqualTo(i);
        }
        assertThat(target.lost()).isZero();
      }
    }
  }

  @Test
  void sendsTheLargestDatagramAndCountsWhatIsCut() throws Exception {
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      server.setReceiveBufferSize(1 << 20);
      LineTarget target = Targets.syslog("127.0.0.1:" + server.getLocalPort(), "EVE");
      byte[] line = new byte[100_000];
      target.line(line, line.length, null);
      target.close();
      DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
      server.receive(packet);
      assertThat(packet.getLength()).isEqualTo(SyslogFraming.DATAGRAM);
      assertThat(target.lost()).isEqualTo(1);
    }
  }

  @Test
  void countsDatagramsThatNobodyTakes() throws Exception {
    int port;
    try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    LineTarget target = Targets.syslog("udp:127.0.0.1:" + port, "EVE");
    NumberedLines.give(target, 0, 100);
    target.close();
    // What was said of the last one may have come too late.
    assertThat(target.lost()).isBetween(98L, 100L);
    assertThat(target.trouble()).isEqualTo("nobody listens there");
  }

  @Test
  void countsOctetsOverTcp() throws Exception {
    try (ListeningPeer server = ListeningPeer.tcp()) {
      CompletableFuture<List<Integer>> received =
          receive(
              () -> {
                SocketChannel connection = server.accept();
                return Channels.newInputStream(connection);
              });
      LineTarget target = Targets.syslog("tcp:127.0.0.1:" + server.port(), "EVE");
      NumberedLines.give(target, 0, 10_000);
      target.close();
      assertThat(received.get()).isEqualTo(numbers(10_000));
      assertThat(target.lost()).isZero();
    }
  }

  @Test
  void countsOctetsOverTls() throws Exception {
    try (ServerSocket server = tlsServer()) {
      CompletableFuture<List<Integer>> received = receive(() -> server.accept().getInputStream());
      LineTarget target = Targets.syslog("tls:" + address(server), "EVE", tls::getSocketFactory);
      NumberedLines.give(target, 0, 10_000);
      target.close();
      assertThat(target.trouble()).isNull();
      assertThat(target.lost()).isZero();
      assertThat(received.get()).isEqualTo(numbers(10_000));
    }
  }

  @Test
  void connectsAgainOverTls() throws Exception {
    try (ServerSocket server = tlsServer()) {
      LineTarget target = Targets.syslog("tls:" + address(server), "EVE", tls::getSocketFactory);
      NumberedLines.give(target, 0, 30_000);
      List<Integer> received = new ArrayList<>();
      try (Socket first = server.accept()) {
        InputStream in = first.getInputStream();
        for (int i = 0; i < 1_000; i++) {
          received.add(next(in));
        }
      }
      CompletableFuture<List<Integer>> rest = receive(() -> server.accept().getInputStream());
      NumberedLines.give(target, 30_000, 30_010);
      target.close();
      received.addAll(rest.get());
      assertThat(received).isSorted().doesNotHaveDuplicates().contains(30_009);
      assertThat(target.lost()).isZero();
    }
  }

  @Test
  void doesNotTalkToAServerThatIsNotTrusted() throws Exception {
    try (ServerSocket server = tlsServer()) {
      CompletableFuture<List<Integer>> received = receive(() -> server.accept().getInputStream());
      HostPort peer = HostPort.of(address(server), "");
      assertThat(refused(peer, (SSLSocketFactory) SSLSocketFactory.getDefault()))
          .contains("PKIX path building failed");
      assertThat(received).isCompletedExceptionally();
    }
  }

  @Test
  void doesNotTalkToAServerOfAnotherName() throws Exception {
    try (ServerSocket server = tlsServer()) {
      CompletableFuture<List<Integer>> received = receive(() -> server.accept().getInputStream());
      HostPort peer = new HostPort("localhost", server.getLocalPort());
      assertThat(refused(peer, tls.getSocketFactory())).contains("localhost");
      assertThat(received).isCompletedExceptionally();
    }
  }

  /** Why a line was not sent. */
  private static String refused(HostPort peer, SSLSocketFactory trusting) throws IOException {
    Tally tally = new Tally();
    LineTarget target =
        new QueuedTarget(
            "test",
            Framing.LINE_FEED,
            new StreamCarrier(() -> TlsConnection.open(peer, trusting), tally),
            tally,
            new Backlog.Bounds(1, 0, folder),
            Duration.ofMillis(100));
    NumberedLines.give(target, 0, 1);
    while (target.trouble() == null) {
      Thread.onSpinWait();
    }
    String trouble = target.trouble();
    target.close();
    assertThat(target.lost()).isEqualTo(1);
    return trouble;
  }

  private static ServerSocket tlsServer() throws IOException {
    return tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static String address(ServerSocket server) {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private interface Accepted {
    InputStream get() throws IOException;
  }

  private static CompletableFuture<List<Integer>> receive(Accepted connection) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (InputStream in = connection.get()) {
            List<Integer> numbers = new ArrayList<>();
            for (int number = next(in); number >= 0; number = next(in)) {
              numbers.add(number);
            }
            return numbers;
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  /** The number in the next counted message; -1 at the end. */
  private static int next(InputStream in) throws IOException {
    int length = 0;
    for (int digit = in.read(); digit != ' '; digit = in.read()) {
      if (digit < 0) {
        return -1;
      }
      length = 10 * length + digit - '0';
    }
    return number(new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static int number(String message) {
    int body = message.indexOf(" EVE - ") + " EVE - ".length();
    assertThat(message).startsWith("<134>1 ");
    return NumberedLines.number(message.substring(body));
  }

  private static List<Integer> numbers(int to) {
    return IntStream.range(0, to).boxed().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
