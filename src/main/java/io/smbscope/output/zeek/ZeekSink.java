package io.smbscope.output.zeek;

import io.smbscope.event.Event;
import io.smbscope.event.EventSink;
import io.smbscope.event.FileEvent;
import io.smbscope.event.MessageEvent;
import io.smbscope.event.Smb2CommandEvent;
import java.io.Flushable;
import java.io.IOException;

/**
 * Zeek's logs of what was seen, each in its file in one folder. A log is one class and one line in
 * the list below.
 */
public final class ZeekSink implements EventSink, Flushable {
  private final EventLog[] logs;

  /** Those that read the many events of SMB2. */
  private final EventLog[] logsOfSmb2;

  public ZeekSink(ZeekForm form) {
    ZeekIds ids = new ZeekIds();
    SmbScripts smb = new SmbScripts(form, ids);
    DceRpcLog rpc = new DceRpcLog(form, ids, smb);
    logs =
        new EventLog[] {
          new WeirdLog(form, ids),
          new NoticeLog(form, ids),
          new DnsLog(form, ids),
          new ConnLog(form, ids),
          new NtlmLog(form, ids, smb),
          new KerberosLog(form, ids, smb),
          rpc,
          smb, //
        };
    logsOfSmb2 = new EventLog[] {rpc, smb};
  }

  /** Files are told by what is done with them. */
  @Override
  public boolean reads(Event event) {
    return !(event instanceof FileEvent);
  }

  @Override
  public void accept(Event event) throws IOException {
    boolean smb2 = event instanceof MessageEvent || event instanceof Smb2CommandEvent;
    for (EventLog log : smb2 ? logsOfSmb2 : logs) {
      log.accept(event);
    }
  }

  @Override
  public void flush() throws IOException {
    for (EventLog log : logs) {
      for (ZeekLog file : log.files()) {
        file.flush();
      }
    }
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (EventLog log : logs) {
      try {
        log.end();
      } catch (IOException e) {
        failure = joined(failure, e);
      }
      for (ZeekLog file : log.files()) {
        try {
          file.close();
        } catch (IOException e) {
          failure = joined(failure, e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Rows given so far, those lost among them. By any thread, as {@link #lost}. */
  public long rows() {
    long rows = 0;
    for (EventLog log : logs) {
      for (ZeekLog file : log.files()) {
        rows += file.rows();
      }
    }
    return rows;
  }

  /** Rows that could not be written so far. */
  public long lost() {
    long lost = 0;
    for (EventLog log : logs) {
      for (ZeekLog file : log.files()) {
        lost += file.lost();
      }
    }
    return lost;
  }

  /** What last kept rows from being written; null when nothing did. */
  public String trouble() {
    String trouble = null;
    for (EventLog log : logs) {
      for (ZeekLog file : log.files()) {
        trouble = file.trouble() == null ? trouble : file.trouble();
      }
    }
    return trouble;
  }

  private static IOException joined(IOException failure, IOException next) {
    if (failure == null) {
      return next;
    }
    failure.addSuppressed(next);
    return failure;
  }
}
