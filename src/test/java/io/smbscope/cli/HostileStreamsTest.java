package io.smbscope.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.smbscope.output.stream.KafkaBroker;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of {@link HostileNamesTest} on their way to a collector: a message stays one. */
@Timeout(120)
class HostileStreamsTest {
  private static final Pattern SYSLOG =
      Pattern.compile("<134>1 \\S+ \\S+ smbscope \\d+ (\\w+) - (.*)");
  private static final Pattern CEF =
      Pattern.compile(
          "CEF:0\\|smbscope\\|smbscope(\\|(\\\\.|[^|\\\\])+){4}\\|rt=\\d+( \\w+=(\\\\.|[^\\\\=])*)+");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"smb311.pcap", "nt1.pcap"})
  void eachLineIsADatagramOfSyslog(String sample) throws IOException {
    try (DatagramSocket collector = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      collector.setReceiveBufferSize(1 << 20);
      List<String> lines = eve(sample, "--syslog", "127.0.0.1:" + collector.getLocalPort());
      DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
      for (String line : lines) {
        collector.receive(packet);
        assertThat(body(packet.getData(), packet.getLength(), "EVE")).isEqualTo(line);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smb311.pcap", "nt1.pcap"})
  void eachLineIsAMessageOfSyslogOverTcp(String sample) throws Exception {
    try (ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<List<String>> received = receive(collector, "EVE");
      List<String> lines = eve(sample, "--syslog", "tcp:127.0.0.1:" + collector.getLocalPort());
      assertThat(received.get()).isEqualTo(lines);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smb311.pcap", "nt1.pcap"})
  void eachLineOfCefHasAHeaderAndPairs(String sample) throws Exception {
    try (ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<List<String>> received = receive(collector, "CEF");
      String spec = "tcp:127.0.0.1:" + collector.getLocalPort();
      analyze(sample, "--syslog", spec, "--syslog-body", "cef");
      assertThat(received.get()).allMatch(CEF.asMatchPredicate());
      assertThat(received.get()).anyMatch(line -> line.contains("\\\\u001B[2J\\n\\\\u202Ex"));
    }
  }

  @Test
  void eachLineIsARecordOfKafka() throws Exception {
    try (KafkaBroker broker = new KafkaBroker(folder, 1)) {
      broker.start();
      List<String> lines = eve("smb311.pcap", "--kafka", broker.address() + "/smb");
      List<String> received = new ArrayList<>();
      try (KafkaConsumer<byte[], byte[]> consumer = consumer(broker)) {
        while (received.size() < lines.size()) {
          for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
            received.add(new String(record.value(), UTF_8));
          }
        }
      }
      assertThat(received).isEqualTo(lines);
    }
  }

  /** The lines of EVE that an analysis wrote into a file beside; each of them is safe. */
  private List<String> eve(String sample, String... options) throws IOException {
    Path file = folder.resolve("eve.json");
    List<String> all = new ArrayList<>(List.of("--eve", file.toString()));
    all.addAll(List.of(options));
    analyze(sample, all.toArray(String[]::new));
    List<String> lines = Files.readString(file).lines().toList();
    assertThat(lines).anyMatch(line -> line.contains("\\u001B[2J\\n"));
    for (String line : lines) {
      Ordeal.checkText(line);
      try (JsonParser parser = new JsonFactory().createParser(line)) {
        assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
        parser.skipChildren();
        assertThat(parser.nextToken()).isNull();
      }
    }
    return lines;
  }

  private static void analyze(String sample, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("analyze"));
    arguments.addAll(List.of(options));
    arguments.add("-");
    Program.Result result =
        Program.run(HostileNamesTest.hostile(sample), arguments.toArray(String[]::new));
    assertThat(result.status()).isEqualTo(Program.DONE);
    assertThat(result.errText()).isEmpty();
  }

  /** What is behind the header of a message, which has one line. */
  private static String body(byte[] octets, int length, String messageId) {
    String text = new String(octets, 0, length, UTF_8);
    var matcher = SYSLOG.matcher(text);
    assertThat(matcher.matches()).as(text).isTrue();
    assertThat(matcher.group(1)).isEqualTo(messageId);
    Ordeal.checkText(text);
    return matcher.group(2);
  }

  private static CompletableFuture<List<String>> receive(ServerSocket collector, String messageId) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<String> bodies = new ArrayList<>();
          try (Socket connection = collector.accept()) {
            InputStream in = connection.getInputStream();
            for (byte[] message = next(in); message.length > 0; message = next(in)) {
              bodies.add(body(message, message.length, messageId));
            }
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          return bodies;
        });
  }

  /** The next message by its count of octets; none at the end. */
  private static byte[] next(InputStream in) throws IOException {
    int length = 0;
    for (int digit = in.read(); digit >= '0'; digit = in.read()) {
      length = 10 * length + digit - '0';
    }
    return in.readNBytes(length);
  }

  private static KafkaConsumer<byte[], byte[]> consumer(KafkaBroker broker) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker.address());
    properties.put("auto.offset.reset", "earliest");
    ByteArrayDeserializer octets = new ByteArrayDeserializer();
    KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, octets, octets);
    consumer.assign(List.of(new TopicPartition("smb", 0)));
    return consumer;
  }
}
