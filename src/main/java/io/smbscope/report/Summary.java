package io.smbscope.report;

import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.CaptureEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.DropEvent;
import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.TreeEvent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects what the summary of an analysis says. It holds groups and counts, never events: at most
 * {@value #GROUPS} groups in each table, {@value Few#LIMIT} texts in each list, {@value Wire#KEPT}
 * characters of each text, whatever the capture's length.
 */
public final class Summary implements EventSink {
  /** Groups kept in each table. */
  static final int GROUPS = 4_096;

  /** Rows shown of a table. */
  static final int ROWS = 20;

  /** Rows shown of a table of the largest. */
  static final int TOP = 10;

  private final CaptureTable capture = new CaptureTable();
  private final FindingTable findings;
  private final AttentionTable attention = new AttentionTable();
  private final HostTable hosts;
  private final ConnectionTable connections;
  private final SessionTable sessions;
  private final ShareTable shares;
  private final AccessTable access;
  private final EncryptionTable encryption = new EncryptionTable();
  private final SigningTable signing = new SigningTable();
  private final TransferTable transfers;
  private final ChangeTable changes;
  private final AnomalyTable anomalies = new AnomalyTable();

  public Summary() {
    this(GROUPS);
  }

  /** With another number of groups kept in each table. */
  Summary(int groups) {
    findings = new FindingTable(groups);
    hosts = new HostTable(groups);
    connections = new ConnectionTable(groups);
    sessions = new SessionTable(groups);
    shares = new ShareTable(groups);
    access = new AccessTable(groups);
    transfers = new TransferTable(groups);
    changes = new ChangeTable(groups);
  }

  @Override
  public void accept(Event event) {
    if (event instanceof FileEvent file) {
      access.add(file);
      transfers.add(file);
      changes.add(file);
      capture.ended(file.end());
    } else if (event instanceof TreeEvent tree) {
      shares.add(tree);
      access.add(tree);
      encryption.add(tree);
      attention.add(tree);
      capture.ended(tree.end());
    } else if (event instanceof SessionEvent session) {
      sessions.add(session);
      hosts.add(session);
      encryption.add(session);
      signing.add(session);
      attention.add(session);
      capture.ended(session.end());
    } else if (event instanceof ConnectionEvent connection) {
      add(connection);
    } else if (event instanceof NameEvent name) {
      hosts.add(name);
    } else if (event instanceof HostEvent host) {
      hosts.add(host);
    } else if (event instanceof AnomalyEvent anomaly) {
      anomalies.add(anomaly.anomaly());
      attention.add(anomaly);
    } else if (event instanceof FindingEvent finding) {
      findings.add(finding);
    } else if (event instanceof DropEvent drop) {
      capture.add(drop);
    } else if (event instanceof CaptureEvent whole) {
      capture.add(whole);
    }
  }

  private void add(ConnectionEvent connection) {
    connections.add(connection);
    hosts.add(connection);
    encryption.add(connection);
    signing.add(connection);
    anomalies.add(connection);
    attention.add(connection);
    capture.add(connection);
    capture.ended(connection.endReason());
  }

  /** Does nothing: a summary is read when the analysis has ended. */
  @Override
  public void close() {}

  /**
   * What there is to say, in the order in which to say it; sections without content are left out.
   */
  List<Section> sections() {
    return Stream.of(
            capture.section(),
            findings.section(),
            attention.section(!findings.isEmpty()),
            hosts.section(),
            connections.section(),
            sessions.section(),
            shares.section(),
            access.section(),
            encryption.section(),
            signing.section(),
            transfers.section(),
            changes.section(),
            anomalies.section())
        .filter(section -> !section.isEmpty())
        .collect(Collectors.toList());
  }
}
