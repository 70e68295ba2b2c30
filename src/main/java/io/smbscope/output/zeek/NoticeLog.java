package io.smbscope.output.zeek;

import io.smbscope.event.Event;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.FindingEvent.Entities;
import io.smbscope.event.FindingEvent.Stage;
import io.smbscope.event.FlowKey;
import io.smbscope.output.Catchwords;
import java.io.IOException;
import java.util.List;

/** {@code notice.log}: findings, when they are raised. */
final class NoticeLog implements EventLog {
  private static final int PLACE_COLUMNS = 5;

  /** Zeek's Notice::default_suppression_interval, and how long a finding is kept open. */
  private static final long SUPPRESSED = 3600;

  private final ZeekLog log;
  private final ZeekIds ids;

  NoticeLog(ZeekForm form, ZeekIds ids) {
    this.log =
        new ZeekLog(
            form,
            "notice",
            Column.ofConnection(
                "fuid", "string",
                "file_mime_type", "string",
                "file_desc", "string",
                "proto", "enum",
                "note", "enum",
                "msg", "string",
                "sub", "string",
                "src", "addr",
                "dst", "addr",
                "p", "port",
                "n", "count",
                "peer_descr", "string",
                "actions", "set[enum]",
                "email_dest", "set[string]",
                "suppress_for", "interval",
                "remote_location.country_code", "string",
                "remote_location.region", "string",
                "remote_location.city", "string",
                "remote_location.latitude", "double",
                "remote_location.longitude", "double"));
    this.ids = ids;
  }

  @Override
  public ZeekLog file() {
    return log;
  }

  @Override
  public void accept(Event event) throws IOException {
    if (event instanceof FindingEvent finding && finding.stage() == Stage.RAISED) {
      write(finding);
    }
  }

  private void write(FindingEvent finding) throws IOException {
    FlowKey flow = finding.flow();
    Entities entities = finding.entities();
    log.row(finding.at()).time(finding.at());
    if (flow == null) {
      log.unset(PLACE_COLUMNS);
    } else {
      log.connection(ids.uid(flow), flow);
    }
    log.unset().unset().text(entities.file());
    log.text(flow == null ? null : flow.tcp() ? "tcp" : "udp");
    log.text(note(finding.id())).text(Catchwords.message(finding));
    String values = Catchwords.values(finding);
    log.text(values.isEmpty() ? null : values);
    log.addr(entities.client()).addr(entities.server());
    log.count(flow == null ? null : Long.valueOf(flow.server().port()));
    log.count(finding.count()).text("smbscope");
    log.set(List.of("Notice::ACTION_LOG")).set(List.of()).seconds(SUPPRESSED);
    log.unset(PLACE_COLUMNS).end();
  }

  /** {@code SMBScope::Guest_Session} of {@code guest-session}. */
  private static String note(String id) {
    StringBuilder note = new StringBuilder("SMBScope::");
    boolean begins = true;
    for (int i = 0; i < id.length(); i++) {
      char letter = id.charAt(i);
      note.append(letter == '-' ? '_' : begins ? Character.toUpperCase(letter) : letter);
      begins = letter == '-';
    }
    return note.toString();
  }
}
