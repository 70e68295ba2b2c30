package io.smbscope.output.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.output.LineTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class KafkaTargetTest {
  private static final String TOPIC = "smb";
  private static final int PARTITIONS = 3;
  private static final int KEYS = 50;

  @TempDir private Path folder;

  @Test
  void deliversEachLineOnceAndInOrderAcrossARestartOfTheBroker() throws Exception {
    int lines = 150_000;
    try (KafkaBroker broker = new KafkaBroker(folder, PARTITIONS)) {
      LineTarget target = target(broker.address(), Duration.ofSeconds(60));
      give(target, 0, 1_000);
      broker.start();
      try (KafkaConsumer<String, String> consumer = consumer(broker)) {
        List<ConsumerRecord<String, String>> seen = new ArrayList<>();
        while (seen.isEmpty()) {
          consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        }
        // Some of these are on their way, some are written but not confirmed, when it ends.
        give(target, 1_000, 60_000);
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        broker.kill();
        give(target, 60_000, 120_000);
        assertThat(target.lost()).isZero();
        broker.start();
        byte[] tooLong = new byte[Chunk.OCTETS - 2];
        target.line(tooLong, tooLong.length, null);
        give(target, 120_000, lines);
        target.close();
        assertThat(target.lost()).as("the line that Kafka does not take").isEqualTo(1);
        assertThat(target.trouble()).contains("max.request.size");
        while (seen.size() < lines) {
          consumer.poll(Duration.ofSeconds(1)).forEach(seen::add);
        }
        assertThat(perKey(seen)).isEqualTo(expected(lines));
        assertThat(consumer.poll(Duration.ofMillis(200))).isEmpty();
      }
    }
  }

  @Test
  void countsWhatAnAbsentBrokerDoesNotTake() throws Exception {
    int port;
    try (ListeningPeer peer = ListeningPeer.tcp()) {
      port = peer.port();
    }
    LineTarget target = target("127.0.0.1:" + port, Duration.ofMillis(500));
    give(target, 0, 100_000);
    target.close();
    assertThat(target.lost()).isEqualTo(100_000);
    assertThat(target.trouble()).isNotNull();
  }

  @Test
  void waitsForABrokerWhoseNameIsNotKnown() throws Exception {
    LineTarget target = target("nowhere.invalid:9092", Duration.ofMillis(500));
    give(target, 0, 10);
    while (target.trouble() == null) {
      Thread.onSpinWait();
    }
    target.close();
    assertThat(target.lost()).isEqualTo(10);
    assertThat(target.trouble()).contains("No resolvable bootstrap urls");
  }

  /** One whose memory is small, so that lines go to disk. */
  private LineTarget target(String bootstrap, Duration patience) {
    Tally tally = new Tally();
    return new QueuedTarget(
        "test",
        new KafkaFraming(),
        new KafkaCarrier(bootstrap, TOPIC, 1 << 20, tally),
        tally,
        new Backlog.Bounds(1, 64L << 20, folder),
        patience);
  }

  private static void give(LineTarget target, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      byte[] octets = NumberedLines.octets(i);
      target.line(octets, octets.length, key(i));
    }
  }

  private static String key(int number) {
    return number % KEYS == 0 ? null : "1:" + number % KEYS;
  }

  private static KafkaConsumer<String, String> consumer(KafkaBroker broker) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker.address());
    properties.put("auto.offset.reset", "earliest");
    StringDeserializer text = new StringDeserializer();
    KafkaConsumer<String, String> consumer = new KafkaConsumer<>(properties, text, text);
    consumer.assign(
        IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(TOPIC, i)).toList());
    return consumer;
  }

  /** The numbers of each key as they came; those without one have no order. */
  private static Map<String, List<Integer>> perKey(List<ConsumerRecord<String, String>> records) {
    Map<String, List<Integer>> numbers = new HashMap<>();
    for (ConsumerRecord<String, String> record : records) {
      numbers
          .computeIfAbsent(record.key(), key -> new ArrayList<>())
          .add(NumberedLines.number(record.value()));
    }
    numbers.get(null).sort(null);
    return numbers;
  }

  private static Map<String, List<Integer>> expected(int lines) {
    Map<String, List<Integer>> numbers = new HashMap<>();
    for (int i = 0; i < lines; i++) {
      numbers.computeIfAbsent(key(i), key -> new ArrayList<>()).add(i);
    }
    return numbers;
  }
}
