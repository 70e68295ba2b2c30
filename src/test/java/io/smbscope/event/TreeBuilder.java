package io.smbscope.event;

import java.util.List;

/** A tree connect made by hand. */
public final class TreeBuilder {
  private Endpoint client = Events.CLIENT;
  private Endpoint server = Events.SERVER;
  private String user = "CORP\\alice";
  private String dialect = "3.1.1";
  private String path = "\\\\10.0.0.5\\data";
  private String type = "disk";
  private String status = "STATUS_SUCCESS";
  private Encryption encryption = Protections.POSSIBLE;
  private Signing signing = Protections.SIGNED;
  private String end = "disconnect";
  private long opens = 3;
  private long failedOpens;
  private long bytesRead;
  private long bytesWritten;

  TreeBuilder() {}

  public TreeBuilder from(String ip) {
    client = Events.client(ip);
    return this;
  }

  public TreeBuilder to(String ip) {
    server = Events.server(ip);
    return this;
  }

  public TreeBuilder user(String value) {
    user = value;
    return this;
  }

  public TreeBuilder dialect(String value) {
    dialect = value;
    return this;
  }

  public TreeBuilder path(String value) {
    path = value;
    return this;
  }

  public TreeBuilder type(String value) {
    type = value;
    return this;
  }

  public TreeBuilder refused(String newStatus) {
    status = newStatus;
    end = "refused";
    type = null;
    opens = 0;
    return this;
  }

  public TreeBuilder encryption(Encryption value) {
    encryption = value;
    return this;
  }

  public TreeBuilder signing(Signing value) {
    signing = value;
    return this;
  }

  public TreeBuilder opens(long succeeded, long failed) {
    opens = succeeded;
    failedOpens = failed;
    return this;
  }

  public TreeBuilder bytes(long read, long written) {
    bytesRead = read;
    bytesWritten = written;
    return this;
  }

  public TreeEvent build() {
    return new TreeEvent(
        Events.at(40),
        1,
        "0x0000000000000001",
        user,
        Events.at(5),
        client,
        server,
        dialect,
        "0x00000005",
        path,
        type,
        null,
        null,
        List.of(),
        List.of(),
        0x001f01ffL,
        status,
        false,
        encryption,
        signing,
        end,
        opens,
        failedOpens,
        bytesRead,
        bytesWritten);
  }
}
