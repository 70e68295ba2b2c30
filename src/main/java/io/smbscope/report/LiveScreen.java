package io.smbscope.report;

import io.smbscope.event.ReadinessEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The screen of a live capture as lines: no more than the terminal has, none wider. */
public final class LiveScreen {
  private static final int TABLES = 4;

  /** Title, column titles and an empty line. */
  private static final int AROUND_TABLE = 3;

  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * What was captured until a moment.
   *
   * @param nanos of a clock that only goes on
   * @param kernelDrops packets that the kernel had no room for
   * @param interfaceDrops packets that the interface had no room for
   * @param ringDrops packets that our own ring had no room for
   */
  public record Counts(
      long nanos,
      long packets,
      long octets,
      long kernelDrops,
      long interfaceDrops,
      long ringDrops) {

    long drops() {
      return kernelDrops + interfaceDrops + ringDrops;
    }
  }

  private static final int ESCAPE = 0x1B;

  private final LiveSummary summary;
  private final Supplier<List<ReadinessEvent>> readiness;
  private final String interfaces;
  private Counts before;

  /** Of who depends on what, or -1 while that is not shown. */
  private int page = -1;

  /**
   * @param readiness asked while it is shown
   * @param interfaces as the user named them
   */
  public LiveScreen(
      LiveSummary summary, Supplier<List<ReadinessEvent>> readiness, String interfaces) {
    this.summary = summary;
    this.readiness = readiness;
    this.interfaces = interfaces;
  }

  /** A key was hit: returns whether the screen is another now. */
  public boolean key(int key) {
    int next =
        switch (key) {
          case 'r' -> page < 0 ? 0 : -1;
          case ESCAPE -> -1;
          case ' ' -> page < 0 ? -1 : page + 1;
          default -> page;
        };
    boolean another = next != page;
    page = next;
    return another;
  }

  /**
   * The next screen; what was of late fades with each.
   *
   * @param columns of the terminal
   * @param height lines of the terminal
   */
  public List<String> next(Counts now, int columns, int height, boolean colour) {
    List<String> lines = new ArrayList<>();
    lines.add(rates(now));
    lines.add(losses(now));
    lines.add("");
    before = now;
    String keys = "q quits, r shows who depends on what";
    if (page < 0) {
      tables(lines, columns, height, colour);
    } else {
      keys = "q quits, r goes back" + readiness(lines, columns, height, colour);
    }
    summary.fade();
    List<String> fitting = new ArrayList<>(lines.subList(0, Math.min(lines.size(), height - 1)));
    fitting.replaceAll(line -> line.indexOf('\u001b') < 0 ? TerminalText.cut(line, columns) : line);
    fitting.add(TerminalText.cut(keys, columns));
    return fitting;
  }

  /** Adds a page of who depends on what; returns how to see the next. */
  private String readiness(List<String> lines, int columns, int height, boolean colour) {
    List<String> all = text(ReadinessReport.sections(readiness.get()), columns, colour);
    int rows = Math.max(1, height - lines.size() - 1);
    int pages = Math.max(1, (all.size() + rows - 1) / rows);
    page %= pages;
    lines.addAll(all.subList(page * rows, Math.min(all.size(), (page + 1) * rows)));
    return pages == 1 ? "" : ", space goes on from page " + (page + 1) + " of " + pages;
  }

  private void tables(List<String> lines, int columns, int height, boolean colour) {
    int rows = Math.max(1, (height - lines.size() - 1) / TABLES - AROUND_TABLE);
    lines.addAll(text(summary.sections(rows), columns, colour));
    int left = Math.max(1, height - lines.size() - AROUND_TABLE);
    lines.add("");
    lines.addAll(text(List.of(summary.newest(left)), columns, colour));
  }

  private static List<String> text(List<Section> sections, int columns, boolean colour) {
    StringBuilder text = new StringBuilder();
    try {
      new TerminalReport(columns, colour).print(sections, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().lines().toList();
  }

  private String rates(Counts now) {
    double seconds = before == null ? 0 : (now.nanos() - before.nanos()) / NANOS_PER_SECOND;
    long packets = before == null ? 0 : now.packets() - before.packets();
    long octets = before == null ? 0 : now.octets() - before.octets();
    double each = seconds <= 0 ? 0 : 1 / seconds;
    return String.format(
        Locale.ROOT,
        "smbscope live on %s: %s (%s), now %,.0f packets/s, %s/s",
        TerminalText.escape(interfaces),
        Amounts.count(now.packets(), "packet"),
        Amounts.bytes(now.octets()),
        packets * each,
        bits(octets * 8 * each));
  }

  private static String bits(double bits) {
    if (bits >= 1e9) {
      return String.format(Locale.ROOT, "%.2f Gbit", bits / 1e9);
    }
    return bits >= 1e6
        ? String.format(Locale.ROOT, "%.1f Mbit", bits / 1e6)
        : String.format(Locale.ROOT, "%.0f kbit", bits / 1e3);
  }

  private static String losses(Counts now) {
    return now.drops() == 0
        ? "nothing dropped"
        : String.format(
            Locale.ROOT,
            "DROPPED: %,d by the kernel, %,d by the interface, %,d by the ring",
            now.kernelDrops(),
            now.interfaceDrops(),
            now.ringDrops());
  }
}
