package io.smbscope.output.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.smbscope.event.EventSink;
import io.smbscope.output.stream.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A page that Prometheus reads, at {@code /metrics}. What is given as a source is asked when the
 * page is, on a thread of the server. <a
 * href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
public final class MetricsPage implements AutoCloseable {
  /** Takes the present values of one metric. */
  public interface Readings {
    /**
     * One value.
     *
     * @param labels their values, in the order of their names
     */
    void value(long value, String... labels);
  }

  /** One answers while another waits for a slow reader. */
  private static final int THREADS = 2;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final HTTPServer server;

  private MetricsPage(InetSocketAddress address) throws IOException {
    server =
        HTTPServer.builder()
            .inetAddress(address.getAddress())
            .port(address.getPort())
            .registry(registry)
            .executorService(Executors.newFixedThreadPool(THREADS, MetricsPage::thread))
            .buildAndStart();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "metrics");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Serves it from now on.
   *
   * @param spec {@code HOST:PORT}
   * @throws IllegalArgumentException where that cannot be; says why
   */
  public static MetricsPage open(String spec) {
    HostPort place = HostPort.of(spec, "--metrics " + spec);
    try {
      return new MetricsPage(place.resolve());
    } catch (java.net.UnknownHostException e) {
      throw new IllegalArgumentException("--metrics " + spec + ": unknown host", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--metrics " + spec + ": cannot listen: " + e.getMessage(), e);
    }
  }

  /** Where it is served. */
  public int port() {
    return server.getPort();
  }

  /** Counts what events tell. */
  public EventSink events() {
    return new EventMetrics(registry);
  }

  /**
   * Shows what only grows.
   *
   * @param name without {@code _total}
   */
  public void counter(String name, String help, Consumer<Readings> source, String... labels) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .callback(to -> source.accept((value, values) -> to.call((double) value, values)))
        .register(registry);
  }

  /** Shows what grows and shrinks. */
  public void gauge(String name, String help, Consumer<Readings> source, String... labels) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .callback(to -> source.accept((value, values) -> to.call((double) value, values)))
        .register(registry);
  }

  @Override
  public void close() {
    server.close();
  }
}
