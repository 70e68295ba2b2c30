package io.smbscope.output.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.EventSink;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsPageTest {
  /** What a Prometheus server of version 3 asks with. */
  private static final String ACCEPT =
      "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
          + "text/plain;version=0.0.4;q=0.2,*/*;q=0.1";

  @Test
  void showsWhatItsSourcesSay() throws Exception {
    AtomicLong packets = new AtomicLong(7);
    try (MetricsPage page = open()) {
      page.counter(
          "smbscope_captured_packets",
          "Packets taken off an interface.",
          to -> to.value(packets.get(), "eth0"),
          "interface");
      page.gauge("smbscope_open_flows", "Flows followed.", to -> to.value(3));
      assertThat(read(page, "text/plain;version=0.0.4"))
          .contains(
              "# HELP smbscope_captured_packets_total Packets taken off an interface.",
              "# TYPE smbscope_captured_packets_total counter",
              "smbscope_captured_packets_total{interface=\"eth0\"} 7.0",
              "# TYPE smbscope_open_flows gauge",
              "smbscope_open_flows 3.0");
      packets.set(8);
      assertThat(read(page, ACCEPT))
          .contains("smbscope_captured_packets_total{interface=\"eth0\"} 8.0")
          .endsWith("# EOF");
    }
  }

  /** A server that is set up for native histograms asks for protobuf first. */
  @Test
  void answersWhoAsksForProtobuf() throws Exception {
    try (MetricsPage page = open()) {
      page.gauge("smbscope_open_flows", "Flows followed.", to -> to.value(3));
      assertThat(
              read(
                  page,
                  "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
                      + "encoding=delimited,text/plain;version=0.0.4;q=0.5"))
          .anyMatch(line -> line.contains("smbscope_open_flows"));
    }
  }

  @Test
  void countsEvents() throws Exception {
    try (MetricsPage page = open();
        EventSink events = page.events()) {
      long nanos = System.currentTimeMillis() * 1_000_000 - 30_000_000;
      Anomaly gap = new Anomaly(AnomalyKind.TCP_GAP, new Stamp(4, nanos), 1, "", "a gap");
      events.accept(new AnomalyEvent(gap, null));
      events.accept(new AnomalyEvent(gap, null));
      assertThat(read(page, ACCEPT))
          .contains(
              "# TYPE smbscope_anomalies counter",
              "smbscope_anomalies_total{reason=\"tcp-gap\"} 2.0",
              "smbscope_anomalies_total{reason=\"malformed-smb2\"} 0.0",
              "smbscope_evictions_total{table=\"flows\"} 0.0",
              "smbscope_smb_messages_total{dialect=\"3.1.1\"} 0.0",
              "# TYPE smbscope_event_latency_seconds histogram",
              "smbscope_event_latency_seconds_bucket{le=\"0.01\"} 0",
              "smbscope_event_latency_seconds_bucket{le=\"+Inf\"} 2",
              "smbscope_event_latency_seconds_count 2");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9100 | expected HOST:PORT",
        "localhost:http | a port is a number from 1 to 65535",
        "localhost:70000 | a port is a number from 1 to 65535",
        "::1:9100 | an IPv6 address stands in brackets, as in [::1]:514",
        "no-such-host.invalid:9100 | unknown host"
      })
  void saysWhatIsWrongWithAnAddress(String spec, String complaint) {
    assertThatThrownBy(() -> MetricsPage.open(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--metrics " + spec + ": " + complaint);
  }

  @Test
  void saysWhenTheAddressIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String spec = "127.0.0.1:" + taken.getLocalPort();
      assertThatThrownBy(() -> MetricsPage.open(spec))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("--metrics " + spec + ": cannot listen: Address already in use");
    }
  }

  private static MetricsPage open() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    return MetricsPage.open("127.0.0.1:" + port);
  }

  private static List<String> read(MetricsPage page, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + "/metrics"))
            .header("Accept", accept)
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body().lines().toList();
  }
}
