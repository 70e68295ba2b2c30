package io.smbscope.output;

import io.smbscope.base.Stamp;
import io.smbscope.event.AnomalyEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Event;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Stage;
import io.smbscope.event.FlowKey;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.TreeEvent;

/**
 * What an event tells of, in words that the outputs for security information systems share.
 *
 * @param kind {@code connection}, {@code session}, {@code tree}, {@code file}, {@code content},
 *     {@code name}, {@code host}, {@code anomaly} or {@code finding}
 * @param action what was done, such as {@code file-deleted}
 * @param severity 0 to 10
 * @param start when it began, or null
 * @param client who asked; null when it belongs to no flow
 * @param server whom, or null
 */
public record Activity(
    String kind,
    String action,
    Outcome outcome,
    int severity,
    Stamp start,
    Endpoint client,
    Endpoint server,
    boolean tcp) {
  private static final String SUCCESS = "STATUS_SUCCESS";
  private static final int LOW = 1;
  private static final int NOTABLE = 3;
  private static final int DENIED = 4;
  private static final int MALFORMED = 5;
  private static final int FIRST_UDP_PORT = 137;
  private static final int LAST_UDP_PORT = 138;

  /** How it came out. */
  public enum Outcome {
    SUCCESS("success"),
    FAILURE("failure"),
    /** The capture does not show it. */
    UNKNOWN("unknown");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    /** The word in outputs. */
    public String label() {
      return label;
    }
  }

  /** Null of an event that these outputs do not tell. */
  public static Activity of(Event event) {
    if (event instanceof FileEvent file) {
      return file(file);
    }
    if (event instanceof TreeEvent tree) {
      Outcome outcome = outcome(tree.status());
      return of(
          "tree", "share-connected", outcome, LOW, tree.start(), tree.client(), tree.server());
    }
    if (event instanceof SessionEvent session) {
      Outcome outcome = session.established() ? Outcome.SUCCESS : outcome(session.status());
      return of(
          "session", "logon", outcome, LOW, session.start(), session.client(), session.server());
    }
    if (event instanceof ConnectionEvent connection) {
      return of(
          "connection",
          "connection",
          outcome(connection),
          LOW,
          connection.start(),
          connection.client(),
          connection.server());
    }
    if (event instanceof ContentEvent content) {
      return of(
          "content",
          content.written() ? "content-written" : "content-read",
          Outcome.SUCCESS,
          LOW,
          content.start(),
          content.flow().client(),
          content.flow().server());
    }
    return ofNetbios(event);
  }

  private static Activity ofNetbios(Event event) {
    if (event instanceof NameEvent name) {
      Outcome outcome =
          "positive".equals(name.result()) || "unasked".equals(name.result())
              ? Outcome.SUCCESS
              : Outcome.FAILURE;
      return of(
          "name",
          "name-" + name.operation(),
          outcome,
          LOW,
          name.start(),
          name.client(),
          name.server());
    }
    if (event instanceof HostEvent host) {
      return of("host", host.kind(), Outcome.SUCCESS, LOW, host.at(), host.source(), null);
    }
    if (event instanceof AnomalyEvent anomaly) {
      return of(
          "anomaly",
          anomaly.anomaly().kind().label(),
          Outcome.UNKNOWN,
          MALFORMED,
          anomaly.at(),
          anomaly.client(),
          anomaly.server());
    }
    return event instanceof FindingEvent finding ? of(finding) : null;
  }

  /** Told once, when it is raised. */
  private static Activity of(FindingEvent finding) {
    if (finding.stage() != Stage.RAISED) {
      return null;
    }
    FlowKey flow = finding.flow();
    return new Activity(
        "finding",
        finding.id(),
        Outcome.UNKNOWN,
        severity(finding.severity()),
        finding.first(),
        flow == null ? null : flow.client(),
        flow == null ? null : flow.server(),
        flow == null || flow.tcp());
  }

  private static int severity(Severity severity) {
    return switch (severity) {
      case INFO -> LOW;
      case LOW -> NOTABLE;
      case MEDIUM -> MALFORMED;
      case HIGH -> 8;
      case CRITICAL -> 10;
    };
  }

  private static Activity of(
      String kind,
      String action,
      Outcome outcome,
      int severity,
      Stamp start,
      Endpoint client,
      Endpoint server) {
    int shown = outcome == Outcome.FAILURE ? Math.max(severity, DENIED) : severity;
    boolean udp = isUdp(server) || (server == null && isUdp(client));
    return new Activity(kind, action, outcome, shown, start, client, server, !udp);
  }

  private static boolean isUdp(Endpoint end) {
    return end != null && end.port() >= FIRST_UDP_PORT && end.port() <= LAST_UDP_PORT;
  }

  private static Activity file(FileEvent file) {
    Outcome outcome = outcome(file.status());
    String action = action(file);
    int severity = action.equals("file-deleted") || action.equals("file-renamed") ? NOTABLE : LOW;
    return of("file", action, outcome, severity, file.start(), file.client(), file.server());
  }

  /** The gravest that was done over one open, else what was asked for. */
  private static String action(FileEvent file) {
    if (file.deleted() != null) {
      return "file-deleted";
    }
    if (file.renamedTo() != null) {
      return "file-renamed";
    }
    if ("CREATED".equals(file.action()) || "SUPERSEDED".equals(file.action())) {
      return "file-created";
    }
    if (file.bytesWritten() > 0 || "OVERWRITTEN".equals(file.action())) {
      return "file-written";
    }
    if (file.bytesRead() > 0) {
      return "file-read";
    }
    return switch (file.operation() == null ? "open" : file.operation()) {
      case "open" -> "file-opened";
      case "delete", "rmdir" -> "file-deleted";
      case "rename" -> "file-renamed";
      case "mkdir" -> "file-created";
      case "set-info" -> "file-changed";
      case "print" -> "file-printed";
      default -> "file-queried";
    };
  }

  private static Outcome outcome(String status) {
    if (status == null) {
      return Outcome.UNKNOWN;
    }
    return status.equals(SUCCESS) ? Outcome.SUCCESS : Outcome.FAILURE;
  }

  private static Outcome outcome(ConnectionEvent connection) {
    if (connection.dialect() != null) {
      return Outcome.SUCCESS;
    }
    boolean refused =
        connection.netbios() != null && "negative".equals(connection.netbios().result());
    return refused || connection.negotiation() != null ? Outcome.FAILURE : Outcome.UNKNOWN;
  }
}
