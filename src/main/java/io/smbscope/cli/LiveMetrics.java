package io.smbscope.cli;

import io.smbscope.capture.live.InterfaceCounts;
import io.smbscope.capture.live.LiveCapture;
import io.smbscope.output.metrics.MetricsPage;
import io.smbscope.session.Tracker;

/** Shows on a page what a live capture counts. */
final class LiveMetrics {
  private LiveMetrics() {}

  static void show(MetricsPage page, LiveCapture capture, Tracker tracker, Outputs outputs) {
    packets(page, capture);
    page.gauge(
        "smbscope_ring_bytes",
        "Memory with packets that a reader has not done with.",
        to -> capture.fill().forEach(ring -> to.value(ring.octets(), ring.name(), ring.reader())),
        "interface",
        "reader");
    page.gauge(
        "smbscope_ring_limit_bytes",
        "Beyond so much of it packets are lost.",
        to -> capture.fill().forEach(ring -> to.value(ring.limit(), ring.name(), ring.reader())),
        "interface",
        "reader");
    page.gauge(
        "smbscope_open_flows",
        "TCP connections and UDP conversations followed.",
        to -> to.value(tracker.openFlows()));
    page.counter(
        "smbscope_output_lines",
        "Lines given to an output.",
        to -> outputs.count((name, given, lost) -> to.value(given, name)),
        "output");
    page.counter(
        "smbscope_output_lost_lines",
        "Those of them that could not be delivered.",
        to -> outputs.count((name, given, lost) -> to.value(lost, name)),
        "output");
  }

  private static void packets(MetricsPage page, LiveCapture capture) {
    page.counter(
        "smbscope_captured_packets",
        "Packets taken off an interface.",
        to -> capture.counts().forEach(count -> to.value(count.taken(), count.name())),
        "interface");
    page.counter(
        "smbscope_captured_bytes",
        "Captured octets of these.",
        to -> capture.counts().forEach(count -> to.value(count.octets(), count.name())),
        "interface");
    page.counter(
        "smbscope_dropped_packets",
        "Packets lost, by where.",
        to -> capture.counts().forEach(count -> dropped(to, count)),
        "interface",
        "cause");
  }

  private static void dropped(MetricsPage.Readings to, InterfaceCounts count) {
    to.value(count.droppedByKernel(), count.name(), "kernel");
    to.value(count.droppedByInterface(), count.name(), "interface");
    to.value(count.droppedByRing(), count.name(), "analysis");
    to.value(count.unwritten(), count.name(), "keeping");
  }
}
