package io.smbscope.event;

import java.util.List;

/** An open, or an operation on a path, made by hand. */
public final class FileBuilder {
  private Endpoint client = Events.CLIENT;
  private Endpoint server = Events.SERVER;
  private String user = "CORP\\alice";
  private String operation = "open";
  private String share = "\\\\10.0.0.5\\data";
  private String name = "report.docx";
  private String type = "file";
  private String action = "OPENED";
  private String status = "STATUS_SUCCESS";
  private long bytesRead;
  private long bytesWritten;
  private String renamedTo;
  private String deleted;
  private String end = "close";

  FileBuilder() {}

  public FileBuilder from(String ip) {
    client = Events.client(ip);
    return this;
  }

  public FileBuilder to(String ip) {
    server = Events.server(ip);
    return this;
  }

  public FileBuilder user(String value) {
    user = value;
    return this;
  }

  /** An operation that needs no open, such as {@code rename}. */
  public FileBuilder operation(String value) {
    operation = value;
    action = null;
    end = "done";
    return this;
  }

  public FileBuilder share(String value) {
    share = value;
    return this;
  }

  public FileBuilder name(String value) {
    name = value;
    return this;
  }

  public FileBuilder type(String value) {
    type = value;
    return this;
  }

  public FileBuilder action(String value) {
    action = value;
    return this;
  }

  public FileBuilder refused(String newStatus) {
    status = newStatus;
    action = null;
    end = "refused";
    return this;
  }

  public FileBuilder bytes(long read, long written) {
    bytesRead = read;
    bytesWritten = written;
    return this;
  }

  public FileBuilder renamedTo(String value) {
    renamedTo = value;
    return this;
  }

  public FileBuilder deleted(String value) {
    deleted = value;
    return this;
  }

  public FileEvent build() {
    return new FileEvent(
        Events.at(30),
        1,
        List.of(),
        "0x0000000000000001",
        user,
        "0x00000005",
        Events.at(7),
        client,
        server,
        "3.1.1",
        operation,
        share,
        name,
        operation.equals("open") ? "0000000000000001000000000000002a" : null,
        type,
        "OPEN",
        action,
        0x001200a9L,
        null,
        7,
        0L,
        null,
        status,
        12_345L,
        0x20L,
        null,
        null,
        null,
        null,
        bytesRead > 0 ? 1 : 0,
        bytesRead,
        bytesWritten > 0 ? 1 : 0,
        bytesWritten,
        0,
        0,
        renamedTo,
        deleted,
        List.of(),
        false,
        2_000_000L,
        end);
  }
}
