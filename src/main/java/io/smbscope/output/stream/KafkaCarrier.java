package io.smbscope.output.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Lines to a topic of Kafka, each once and in order for each key. One idempotent producer does that
 * for the whole run: it numbers its batches, repeats them as long as it takes, and the broker drops
 * what it has already. So a line is handed to it once only; one that it fails to deliver for good
 * (too long, not permitted) is lost, for later ones may be there already.
 */
final class KafkaCarrier implements Carrier {
  /** Octets of memory for what is sent and not confirmed yet. */
  static final long MEMORY = 16L << 20;

  private static final int BATCH = 1 << 17;
  private static final int LINGER_MILLIS = 20;
  private static final int MAX_BLOCK_MILLIS = 10_000;
  private static final int LONGEST_RECONNECT_MILLIS = 1_000;
  private static final int IN_FLIGHT = 5;

  private final String bootstrap;
  private final String topic;
  private final long memory;
  private final Tally tally;
  private volatile KafkaProducer<byte[], byte[]> producer;
  private volatile boolean closed;

  /** The thread that carries, and why the record it is handing over was not taken. */
  private volatile Thread carrying;

  private Exception refusal;

  KafkaCarrier(String bootstrap, String topic, long memory, Tally tally) {
    this.bootstrap = bootstrap;
    this.topic = topic;
    this.memory = memory;
    this.tally = tally;
  }

  @Override
  public void carry(Chunk chunk) throws IOException, InterruptedException {
    carrying = Thread.currentThread();
    try {
      KafkaProducer<byte[], byte[]> to = producer();
      while (chunk.hasNext()) {
        refusal = null;
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(topic, KafkaFraming.key(chunk), KafkaFraming.line(chunk));
        Future<RecordMetadata> unused = to.send(record, this::settled);
        if (refusal instanceof RetriableException) {
          throw new IOException(
              "no answer from " + bootstrap + ": " + refusal.getMessage(), refusal);
        } else if (refusal != null) {
          tally.lost(1);
          tally.trouble(refusal);
        }
        chunk.advance(chunk.nextEnd() - chunk.nextStart());
      }
    } catch (InterruptException e) {
      throw interrupted(e);
    } catch (KafkaException e) {
      throw new IOException(rootMessage(e), e);
    }
  }

  /** A record that could not be handed over is told of by the thread that tried to. */
  private void settled(RecordMetadata where, Exception failure) {
    if (failure == null) {
      tally.delivered(1);
    } else if (Thread.currentThread() == carrying) {
      refusal = failure;
    } else {
      tally.lost(1);
      if (!closed) {
        tally.trouble(failure);
      }
    }
  }

  /** Made late: making it fails while no broker's name can be resolved. */
  private KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> made = producer;
    if (made == null) {
      made =
          new KafkaProducer<>(properties(), new ByteArraySerializer(), new ByteArraySerializer());
      producer = made;
      if (closed) {
        made.close(Duration.ZERO);
      }
    }
    return made;
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, "smbscope");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, IN_FLIGHT);
    properties.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
    properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_RECONNECT_MILLIS);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, memory);
    properties.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.put(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    return properties;
  }

  private static InterruptedException interrupted(InterruptException cause) {
    InterruptedException e = new InterruptedException();
    e.initCause(cause);
    return e;
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }

  @Override
  public void settle() throws InterruptedException {
    KafkaProducer<byte[], byte[]> to = producer;
    if (to != null) {
      try {
        to.flush();
      } catch (InterruptException e) {
        throw interrupted(e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    KafkaProducer<byte[], byte[]> to = producer;
    if (to != null) {
      try {
        to.close(Duration.ZERO);
      } catch (InterruptException e) {
        // It has been told to end, and nobody needs to wait for that.
      }
    }
  }
}
