package io.smbscope.output.eve;

import io.smbscope.base.NtStatus;
import io.smbscope.base.Stamp;
import io.smbscope.event.ContentEvent;
import java.io.IOException;
import java.util.Iterator;

/**
 * The transactions of files that are read or written, which CLOSE or the flow's end completes, and
 * the {@code fileinfo} of each.
 */
final class FileTransactions {
  /** In one flow; as many as Suricata has of any kind. */
  private static final int MAX_IN_FLOW = 1_024;

  private static final int MAX_IN_ALL = 65_536;

  /** Statuses of transactions that none came for. */
  static final long NO_STATUS = -1;

  private static final int SMB2 = 2;
  private static final String UNKNOWN = "<unknown>";

  private final EveLine line;
  private final SmbLines smb;
  private int inAll;

  FileTransactions(EveLine line, SmbLines smb) {
    this.line = line;
    this.smb = smb;
  }

  /** Keeps a new transaction until it is complete; the oldest may have to go for it. */
  void add(Stamp at, EveFlow flow, FileTransaction transaction) throws IOException {
    if (flow.files.size() >= MAX_IN_FLOW || (inAll >= MAX_IN_ALL && !flow.files.isEmpty())) {
      Iterator<FileTransaction> oldest = flow.files.values().iterator();
      write(at, true, flow, oldest.next(), NO_STATUS);
      oldest.remove();
      inAll--;
    }
    flow.files.put(transaction.key(), transaction);
    inAll++;
  }

  /** The open was closed: what was read and what was written are complete. */
  void close(Stamp at, EveFlow flow, long persistentId, long volatileId) throws IOException {
    if (!flow.files.isEmpty()) {
      complete(at, flow, new FileKey(persistentId, volatileId, true));
      complete(at, flow, new FileKey(persistentId, volatileId, false));
    }
  }

  /** Suricata sets the status of CLOSE in SMB2 alone. */
  private void complete(Stamp at, EveFlow flow, FileKey key) throws IOException {
    FileTransaction complete = flow.files.remove(key);
    if (complete != null) {
      inAll--;
      write(at, true, flow, complete, statusClosed(complete));
    }
  }

  private static long statusClosed(FileTransaction transaction) {
    return transaction.smb() == SMB2 ? NtStatus.SUCCESS : NO_STATUS;
  }

  /** The flow is over. */
  void end(Stamp at, EveFlow flow) throws IOException {
    for (FileTransaction open : flow.files.values()) {
      write(at, false, flow, open, NO_STATUS);
    }
    inAll -= flow.files.size();
    flow.files.clear();
  }

  private void write(
      Stamp at, boolean answered, EveFlow flow, FileTransaction transaction, long status)
      throws IOException {
    if (answered) {
      line.begin(at, flow, EventType.SMB);
    } else {
      line.beginAtEnd(at, flow, true, EventType.SMB);
    }
    object(flow, transaction, status);
    line.end(flow);
  }

  private void object(EveFlow flow, FileTransaction transaction, long status) throws IOException {
    smb.head(flow, transaction.id(), transaction.smb(), transaction.command());
    smb.status(status);
    smb.ids(flow, transaction.sessionId(), transaction.treeId());
    line.text("filename", transaction.name());
    line.text("share", transaction.share());
    fuid(line, transaction.smb(), transaction.key());
    line.endObject();
  }

  private static void fuid(EveLine line, int version, FileKey key) throws IOException {
    if (version == SMB2) {
      line.guid("fuid", key.persistentId(), key.volatileId());
    } else {
      line.digits("fuid", key.volatileId(), 4);
    }
  }

  /**
   * What is known of a file's content when its open ends, which comes before the CLOSE itself. From
   * server to client where it was read. Without a transaction here it was read or written by
   * commands of which Suricata makes none, or on another connection; on a share that was not seen
   * it may be a pipe.
   */
  void content(ContentEvent event, EveFlow flow) throws IOException {
    FileKey key =
        new FileKey(event.open().persistentId(), event.open().volatileId(), event.written());
    FileTransaction transaction = flow.files.get(key);
    if (transaction == null && !PipeRule.file(event.tree())) {
      return;
    }
    if (event.closed() && transaction != null) {
      complete(event.at(), flow, key);
    }
    if (event.written()) {
      line.begin(event.at(), flow, EventType.FILEINFO);
    } else {
      line.beginToClient(event.at(), flow, EventType.FILEINFO);
    }
    if (transaction != null) {
      object(flow, transaction, event.closed() ? statusClosed(transaction) : NO_STATUS);
    }
    line.text("app_proto", "smb");
    line.object("fileinfo");
    line.text("filename", event.open().name() == null ? UNKNOWN : event.open().name());
    line.flag("gaps", event.missing() > 0);
    line.text("state", event.closed() ? "CLOSED" : "TRUNCATED");
    line.text("md5", event.md5());
    line.text("sha1", event.sha1());
    line.text("sha256", event.sha256());
    line.flag("stored", false);
    line.number("size", event.seen());
    if (transaction != null) {
      // Suricata counts transactions from 0 here.
      line.number("tx_id", transaction.id() - 1);
    }
    line.endObject();
    if (event.mime() != null) {
      line.own();
      line.text("mime_type", event.mime());
      line.endOwn();
    }
    line.end(flow);
  }
}
