package io.smbscope.output.eve;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.smb.smb1.Smb1Header;
import io.smbscope.smb.smb2.Smb2Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What all {@code smb} events have in common. */
final class SmbLines {
  private static final String SHARE_ROOT = "<share_root>";
  private static final String[] DISPOSITIONS = {
    "FILE_SUPERSEDE",
    "FILE_OPEN",
    "FILE_CREATE",
    "FILE_OPEN_IF",
    "FILE_OVERWRITE",
    "FILE_OVERWRITE_IF"
  };
  private static final byte[] SUCCESS =
      ",\"status\":\"STATUS_SUCCESS\",\"status_code\":\"0x0\"".getBytes(StandardCharsets.US_ASCII);

  private static final int DIRECTORY_FILE = 1;
  private static final int DELETE_ON_CLOSE = 0x1000;

  /** Of a client, in one line. */
  static final int MAX_DIALECTS = 256;

  final EveLine line;

  /** The member of each command of SMB2, once it was written. */
  private final byte[][] commands = new byte[Smb2Command.values().length][];

  SmbLines(EveLine line) {
    this.line = line;
  }

  /**
   * Begins an event with a new transaction.
   *
   * @param answered by a packet, else the flow's end brings it
   */
  void begin(Stamp at, boolean answered, EveFlow flow, int smb, int command) throws IOException {
    if (answered) {
      line.begin(at, flow, EventType.SMB);
    } else {
      line.beginAtEnd(at, flow, true, EventType.SMB);
    }
    head(flow, flow.newTransaction(), smb, command);
  }

  /** Opens the {@code smb} object. */
  void head(EveFlow flow, long id, int smb, int command) throws IOException {
    line.object("smb");
    line.number("id", id);
    line.text("dialect", flow.dialect);
    boolean known = smb == 2 && command < commands.length;
    if (known && commands[command] != null) {
      line.again(commands[command]);
      return;
    }
    int start = line.mark();
    line.text("command", SmbNames.command(smb, command));
    if (known) {
      commands[command] = line.since(start);
    }
  }

  void status(long ntStatus) throws IOException {
    if (ntStatus == NtStatus.SUCCESS) {
      line.again(SUCCESS);
    } else if (ntStatus != FileTransactions.NO_STATUS) {
      line.text("status", SmbNames.status(ntStatus));
      line.code("status_code", ntStatus);
    }
  }

  /** Of an SMB1 response; null when there is none. */
  void status(Smb1Header header) throws IOException {
    if (header == null) {
      return;
    }
    if (header.ntStatus()) {
      status(header.status());
      return;
    }
    int code = (int) (header.status() >>> 16);
    line.text("status", SmbNames.dosStatus((int) header.status() & 0xFF, code));
    line.text("status_code", "0x" + "0".repeat(4 - hexDigits(code)) + Integer.toHexString(code));
  }

  private static int hexDigits(int code) {
    return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(code) + 3) / 4);
  }

  void ids(EveFlow flow, long sessionId, long treeId) throws IOException {
    byte[] written = flow.ids(sessionId, treeId);
    if (written != null) {
      line.again(written);
      return;
    }
    int start = line.mark();
    line.unsigned("session_id", sessionId);
    line.number("tree_id", treeId);
    flow.ids(sessionId, treeId, line.since(start));
  }

  void end(EveFlow flow) throws IOException {
    line.endObject();
    line.end(flow);
  }

  /** What a client asked to open or create. */
  void create(String name, long disposition, long options) throws IOException {
    if (name.isEmpty()) {
      line.text("filename", SHARE_ROOT);
    } else {
      line.text((options & DIRECTORY_FILE) != 0 ? "directory" : "filename", name);
    }
    line.text(
        "disposition",
        disposition < DISPOSITIONS.length ? DISPOSITIONS[(int) disposition] : "UNKNOWN");
    access((options & DELETE_ON_CLOSE) != 0);
  }

  /** Seconds since 1970, 0 where there is no answer or no time. */
  void times(long created, long accessed, long modified, long changed) throws IOException {
    line.number("created", created);
    line.number("accessed", accessed);
    line.number("modified", modified);
    line.number("changed", changed);
  }

  private void access(boolean delete) throws IOException {
    line.text("access", delete ? "delete on close" : "normal");
  }

  void disposition(String name, boolean delete) throws IOException {
    line.text("filename", name.isEmpty() ? SHARE_ROOT : name);
    access(delete);
  }

  void rename(String from, String to) throws IOException {
    line.object("rename");
    line.text("from", from);
    line.text("to", to);
    line.endObject();
  }
}
