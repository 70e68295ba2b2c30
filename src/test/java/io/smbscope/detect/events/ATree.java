package io.smbscope.detect.events;

import io.smbscope.base.Stamp;
import io.smbscope.event.BegunEvent;
import io.smbscope.event.Encryption;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Signing;
import io.smbscope.event.TreeEvent;
import java.util.List;

/** Makes {@link TreeEvent}s for tests: each component has an ordinary value unless set. */
public final class ATree {
  private Stamp at = new Stamp(1, 1_700_000_000_000_000_000L);
  private long connection = 1;
  private String session = "0x0000000000000001";
  private String user = "LAB\\alice";
  private Stamp start = new Stamp(1, 1_700_000_000_000_000_000L);
  private Endpoint client = new Endpoint("10.7.0.2", 50000, "02:00:00:00:00:02");
  private Endpoint server = new Endpoint("10.7.0.1", 445, "02:00:00:00:00:01");
  private String dialect = "3.1.1";
  private String id = "0x00000001";
  private String path = "\\\\10.7.0.1\\share";
  private String type = "disk";
  private String service = null;
  private String fileSystem = null;
  private List<String> flags = List.of();
  private List<String> capabilities = List.of();
  private Long maximalAccess = null;
  private String status = "STATUS_SUCCESS";
  private boolean inferred = false;
  private Encryption encryption = new Encryption(null, null, false, false, null, false, 0, 0, 0);
  private Signing signing = new Signing(null, null, null, null, null, 0, 0, 0);
  private String end = null;
  private long opens = 0;
  private long failedOpens = 0;
  private long bytesRead = 0;
  private long bytesWritten = 0;

  public ATree at(Stamp value) {
    this.at = value;
    return this;
  }

  public ATree connection(long value) {
    this.connection = value;
    return this;
  }

  public ATree session(String value) {
    this.session = value;
    return this;
  }

  public ATree user(String value) {
    this.user = value;
    return this;
  }

  public ATree start(Stamp value) {
    this.start = value;
    return this;
  }

  public ATree client(Endpoint value) {
    this.client = value;
    return this;
  }

  public ATree server(Endpoint value) {
    this.server = value;
    return this;
  }

  public ATree dialect(String value) {
    this.dialect = value;
    return this;
  }

  public ATree id(String value) {
    this.id = value;
    return this;
  }

  public ATree path(String value) {
    this.path = value;
    return this;
  }

  public ATree type(String value) {
    this.type = value;
    return this;
  }

  public ATree service(String value) {
    this.service = value;
    return this;
  }

  public ATree fileSystem(String value) {
    this.fileSystem = value;
    return this;
  }

  public ATree flags(List<String> value) {
    this.flags = value;
    return this;
  }

  public ATree capabilities(List<String> value) {
    this.capabilities = value;
    return this;
  }

  public ATree maximalAccess(Long value) {
    this.maximalAccess = value;
    return this;
  }

  public ATree status(String value) {
    this.status = value;
    return this;
  }

  public ATree inferred(boolean value) {
    this.inferred = value;
    return this;
  }

  public ATree encryption(Encryption value) {
    this.encryption = value;
    return this;
  }

  public ATree signing(Signing value) {
    this.signing = value;
    return this;
  }

  public ATree end(String value) {
    this.end = value;
    return this;
  }

  public ATree opens(long value) {
    this.opens = value;
    return this;
  }

  public ATree failedOpens(long value) {
    this.failedOpens = value;
    return this;
  }

  public ATree bytesRead(long value) {
    this.bytesRead = value;
    return this;
  }

  public ATree bytesWritten(long value) {
    this.bytesWritten = value;
    return this;
  }

  public TreeEvent build() {
    return new TreeEvent(
        at,
        connection,
        session,
        user,
        start,
        client,
        server,
        dialect,
        id,
        path,
        type,
        service,
        fileSystem,
        flags,
        capabilities,
        maximalAccess,
        status,
        inferred,
        encryption,
        signing,
        end,
        opens,
        failedOpens,
        bytesRead,
        bytesWritten);
  }

  /** As it begins. */
  public BegunEvent begun() {
    return new BegunEvent(at, build());
  }
}
