package io.smbscope.report;

import io.smbscope.base.Stamp;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.DropEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was read, and what of it was lost. */
final class CaptureTable {
  /** Inputs named; more are counted. */
  private static final int INPUTS = 5;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private CaptureEvent capture;
  private long gaps;
  private long missing;
  private long truncated;
  private long evicted;
  private long droppedByKernel;
  private long droppedByInterfaces;
  private long droppedByAnalysis;
  private long notKept;

  void add(CaptureEvent event) {
    capture = event;
  }

  void add(ConnectionEvent event) {
    if (event.traffic() != null) {
      gaps += event.traffic().gaps();
      missing += event.traffic().missing();
      truncated += event.traffic().truncated();
    }
  }

  void add(DropEvent event) {
    droppedByKernel += event.more().kernel();
    droppedByInterfaces += event.more().byInterface();
    droppedByAnalysis += event.more().analysis();
    notKept += event.more().keeping();
  }

  /** Notes with what a connection, session, tree or open ended. */
  void ended(String reason) {
    if ("evicted".equals(reason)) {
      evicted++;
    }
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    if (capture != null) {
      row(rows, capture.inputs().size() == 1 ? "Input" : "Inputs", inputs(), Style.PLAIN);
      row(rows, "Packets", packets(), Style.PLAIN);
      row(rows, "Time", time(), Style.PLAIN);
    }
    List<String> losses = losses();
    if (!losses.isEmpty()) {
      row(rows, "Loss", String.join(", ", losses), Style.WARN);
    } else if (capture != null && capture.packets() > 0) {
      row(rows, "Loss", "none seen", Style.FAINT);
    }
    if (capture != null) {
      capture.failures().forEach(failure -> row(rows, "Failed", failure, Style.BAD));
    }
    return new Section(
        "Capture", "", List.of(Column.word("", 0), Column.prose("")), rows, List.of());
  }

  private static void row(List<List<Cell>> rows, String name, String text, Style style) {
    rows.add(List.of(Cell.of(name, Style.FAINT), Cell.of(text, style)));
  }

  private String inputs() {
    List<String> inputs = capture.inputs();
    String first = String.join(", ", inputs.subList(0, Math.min(INPUTS, inputs.size())));
    return inputs.size() > INPUTS ? first + " +" + (inputs.size() - INPUTS) : first;
  }

  private String packets() {
    String size = Amounts.bytes(capture.bytes());
    if (capture.wireBytes() > capture.bytes()) {
      size += " of " + Amounts.bytes(capture.wireBytes());
    }
    return Amounts.count(capture.packets())
        + " ("
        + size
        + "), "
        + (capture.relevantPackets() == capture.packets()
            ? "all"
            : Amounts.count(capture.relevantPackets()))
        + " of them SMB or NetBIOS";
  }

  private String time() {
    Stamp first = capture.first();
    if (first == null || capture.at() == null) {
      return "no packet";
    }
    LocalDateTime from = utc(first);
    LocalDateTime to = utc(capture.at());
    LocalDate day = to.toLocalDate();
    return from.toLocalDate()
        + " "
        + CLOCK.format(from)
        + " to "
        + (day.equals(from.toLocalDate()) ? "" : day + " ")
        + CLOCK.format(to)
        + " UTC, "
        + Amounts.duration(Math.max(0, capture.at().nanos() - first.nanos()));
  }

  private static LocalDateTime utc(Stamp stamp) {
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(0, stamp.nanos()), ZoneOffset.UTC);
  }

  private List<String> losses() {
    List<String> losses = new ArrayList<>();
    dropped(losses, droppedByKernel, "dropped by the kernel");
    dropped(losses, droppedByInterfaces, "dropped by the interface");
    dropped(losses, droppedByAnalysis, "too many for the analysis");
    dropped(losses, notKept, "not kept in files");
    long cut = capture == null ? 0 : capture.truncatedPackets();
    if (cut > 0 || truncated > 0) {
      losses.add(
          Amounts.count(cut, "packet")
              + " cut by the snap length ("
              + Amounts.count(truncated, "byte")
              + " of connections)");
    }
    if (gaps > 0) {
      losses.add(Amounts.count(gaps, "gap") + " (" + Amounts.count(missing, "byte") + ")");
    }
    if (capture != null && capture.undecodedPackets() > 0) {
      losses.add(Amounts.count(capture.undecodedPackets(), "packet") + " not decoded");
    }
    if (evicted > 0) {
      losses.add(Amounts.count(evicted) + " evicted at a limit");
    }
    return losses;
  }

  private static void dropped(List<String> losses, long packets, String how) {
    if (packets > 0) {
      losses.add(Amounts.count(packets, "packet") + " " + how);
    }
  }
}
