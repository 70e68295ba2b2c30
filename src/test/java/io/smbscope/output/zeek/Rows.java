package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows that a log makes of events, without {@code uid} and {@code id}. */
final class Rows {
  static final FlowKey FLOW = flow(1);

  private Rows() {}

  static FlowKey flow(long id) {
    return new FlowKey(
        id,
        at(id),
        true,
        new Endpoint("10.0.0.1", 50_000, null),
        new Endpoint("10.0.0.2", 445, null),
        List.of(),
        false);
  }

  /** A packet each millisecond. */
  static Stamp at(long packet) {
    return new Stamp(packet, packet * 1_000_000);
  }

  static FlowEvent end(FlowKey flow, long packet) {
    FlowEvent.Side side = new FlowEvent.Side(0, 0, 0, 0, 0, 0, 0, null, List.of());
    return new FlowEvent(at(packet), flow, at(packet), "fin", side, side, true, "");
  }

  static List<String> of(Path folder, EventLog log, List<? extends Event> events)
      throws IOException {
    for (Event event : events) {
      log.accept(event);
    }
    log.file().close();
    List<String> rows = new ArrayList<>();
    if (!Files.exists(folder)) {
      return rows;
    }
    try (var files = Files.list(folder)) {
      for (String line : Files.readAllLines(files.findFirst().orElseThrow())) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", 7);
          rows.add(cells[0] + " " + cells[6].replace('\t', ' '));
        }
      }
    }
    return rows;
  }
}
