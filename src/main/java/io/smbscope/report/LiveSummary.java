package io.smbscope.report;

import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Smb1CommandEvent;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.event.TreeEvent;
import io.smbscope.smb.CompressedMessage;
import io.smbscope.smb.TransformMessage;
import io.smbscope.smb.smb1.Smb1Message;
import io.smbscope.smb.smb2.Smb2Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes on now, for the view of a live capture: connections that are open, by dialect; how the
 * messages of late were protected; the shares and files of which most was read and written of late;
 * the newest events. Told by the tracker's thread and asked by the view's. Keeps no more than its
 * bounds, however long it runs.
 */
public final class LiveSummary implements EventSink {
  /** Open connections told apart; more count as of no known dialect. */
  private static final int MOST_CONNECTIONS = 65_536;

  private static final String UNKNOWN = "unknown";

  private final Map<Long, String> dialects = new HashMap<>();
  private final Busiest shares = new Busiest();
  private final Busiest files = new Busiest();
  private final NewestEvents newest = new NewestEvents();
  private long encrypted;
  private long signed;
  private long plain;

  @Override
  public synchronized void accept(Event event) {
    if (event instanceof MessageEvent message) {
      message(message);
    } else if (event instanceof Smb2CommandEvent command) {
      dialect(command.flow().id(), command.dialect());
      OctetsMoved.of(command, shares, files);
    } else if (event instanceof Smb1CommandEvent command) {
      dialect(command.flow().id(), command.dialect());
      OctetsMoved.of(command, shares, files);
    } else if (event instanceof FlowEvent flow) {
      dialects.remove(flow.flow().id());
    } else if (event instanceof SessionEvent session) {
      newest.add(session);
    } else if (event instanceof TreeEvent tree) {
      newest.add(tree);
    } else if (event instanceof AnomalyEvent anomaly) {
      newest.add(anomaly);
    }
  }

  private void dialect(long flow, String dialect) {
    if (dialect != null && (dialects.size() < MOST_CONNECTIONS || dialects.containsKey(flow))) {
      dialects.put(flow, dialect);
    }
  }

  private void message(MessageEvent event) {
    long flow = event.flow().id();
    if (dialects.size() < MOST_CONNECTIONS) {
      dialects.putIfAbsent(flow, UNKNOWN);
    }
    if (event.message() instanceof TransformMessage) {
      encrypted++;
    } else if (event.message() instanceof Smb2Message message) {
      protection(message.header().signed() && !message.header().signatureZero());
    } else if (event.message() instanceof Smb1Message message) {
      protection(message.header().signed() && !message.header().signatureZero());
    } else if (event.message() instanceof CompressedMessage) {
      plain++;
    }
  }

  private void protection(boolean withSignature) {
    if (withSignature) {
      signed++;
    } else {
      plain++;
    }
  }

  /** A while has passed: what was of late weighs less from now on. */
  synchronized void fade() {
    shares.fade();
    files.fade();
    encrypted -= encrypted / 16;
    signed -= signed / 16;
    plain -= plain / 16;
  }

  /**
   * What there is to show, but for what is new.
   *
   * @param rows of each table at most
   */
  synchronized List<Section> sections(int rows) {
    return List.of(
        connections(),
        shares.section("Busiest shares", rows),
        files.section("Busiest files", rows));
  }

  /** What is new: so many rows at most. */
  synchronized Section newest(int rows) {
    return newest.section(rows);
  }

  private Section connections() {
    Map<String, Long> counts = new TreeMap<>();
    dialects.values().forEach(dialect -> counts.merge(label(dialect), 1L, Long::sum));
    List<List<Cell>> rows = new ArrayList<>();
    counts.forEach(
        (dialect, count) ->
            rows.add(
                List.of(
                    Cell.of(dialect, dialect.startsWith("SMB1") ? Style.BAD : Style.PLAIN),
                    Cell.count(count))));
    List<Column> columns = List.of(Column.text("DIALECT", 0), Column.number("OPEN", 0));
    return new Section("Connections", protection(), columns, rows, List.of());
  }

  private static String label(String dialect) {
    return dialect.equals(UNKNOWN) ? UNKNOWN : Dialects.label(dialect);
  }

  private String protection() {
    long all = encrypted + signed + plain;
    return all == 0
        ? dialects.size() + " open"
        : dialects.size()
            + " open; lately "
            + 100 * encrypted / all
            + " % encrypted, "
            + 100 * signed / all
            + " % signed, "
            + 100 * plain / all
            + " % plain";
  }

  /** Keeps nothing back. */
  @Override
  public void close() {}
}
