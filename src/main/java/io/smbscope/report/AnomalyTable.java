package io.smbscope.report;

import io.smbscope.base.Anomaly;
import io.smbscope.event.ConnectionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was malformed, over a limit, or could not be seen: one row a kind, the commonest first. */
final class AnomalyTable {
  private final Map<String, Tally> kinds = new TreeMap<>();

  private static final class Tally {
    private long count;
    private long firstPacket;
    private String example;
  }

  void add(Anomaly anomaly) {
    add(anomaly.kind().label(), 1, anomaly.at().packet(), anomaly.detail());
  }

  void add(ConnectionEvent event) {
    long packet = event.start() == null ? event.id() : event.start().packet();
    if (event.midstream()) {
      add("start-not-captured", 1, packet, "connections that began before the capture");
    }
    if (event.traffic() != null && event.traffic().compressedMessages() > 0) {
      add(
          "compressed",
          event.traffic().compressedMessages(),
          packet,
          "messages not looked into; the packet is their connection's first");
    }
  }

  private void add(String kind, long count, long packet, String example) {
    Tally tally = kinds.computeIfAbsent(kind, unused -> new Tally());
    if (tally.count == 0 || packet < tally.firstPacket) {
      tally.firstPacket = packet;
      tally.example = Wire.kept(example);
    }
    tally.count += count;
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    kinds.entrySet().stream()
        .sorted((one, other) -> Long.compare(other.getValue().count, one.getValue().count))
        .forEach(
            entry ->
                rows.add(
                    List.of(
                        Cell.count(entry.getValue().count).with(Style.WARN),
                        Cell.of(entry.getKey()),
                        Cell.of(Long.toString(entry.getValue().firstPacket)),
                        Cell.of(entry.getValue().example))));
    return new Section(
        "Malformed or not visible",
        "",
        List.of(
            Column.number("TIMES", 0),
            Column.word("WHAT", 0),
            Column.number("FIRST PACKET", 1),
            Column.prose("DETAIL")),
        rows,
        List.of());
  }
}
