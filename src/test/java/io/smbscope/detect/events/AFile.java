package io.smbscope.detect.events;

import io.smbscope.base.Stamp;
import io.smbscope.event.BegunEvent;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FileEvent;
import java.time.Instant;
import java.util.List;

/** Makes {@link FileEvent}s for tests: each component has an ordinary value unless set. */
public final class AFile {
  private Stamp at = new Stamp(1, 1_700_000_000_000_000_000L);
  private long connection = 1;
  private List<Long> otherConnections = List.of();
  private String session = "0x0000000000000001";
  private String user = "LAB\\alice";
  private String tree = "0x00000001";
  private Stamp start = new Stamp(1, 1_700_000_000_000_000_000L);
  private Endpoint client = new Endpoint("10.7.0.2", 50000, "02:00:00:00:00:02");
  private Endpoint server = new Endpoint("10.7.0.1", 445, "02:00:00:00:00:01");
  private String dialect = "3.1.1";
  private String operation = "open";
  private String share = "\\\\10.7.0.1\\share";
  private String name = "a.txt";
  private String fileId = null;
  private String type = "file";
  private String disposition = null;
  private String action = null;
  private Long desiredAccess = null;
  private Long grantedAccess = null;
  private Integer shareAccess = null;
  private Long options = null;
  private String oplock = null;
  private String status = "STATUS_SUCCESS";
  private Long size = null;
  private Long attributes = null;
  private Instant created = null;
  private Instant accessed = null;
  private Instant modified = null;
  private Instant changed = null;
  private long reads = 0;
  private long bytesRead = 0;
  private long writes = 0;
  private long bytesWritten = 0;
  private long listings = 0;
  private long listedEntries = 0;
  private String renamedTo = null;
  private String deleted = null;
  private List<String> setInfo = List.of();
  private boolean inferred = false;
  private Long responseNanos = null;
  private String end = null;

  public AFile at(Stamp value) {
    this.at = value;
    return this;
  }

  public AFile connection(long value) {
    this.connection = value;
    return this;
  }

  public AFile otherConnections(List<Long> value) {
    this.otherConnections = value;
    return this;
  }

  public AFile session(String value) {
    this.session = value;
    return this;
  }

  public AFile user(String value) {
    this.user = value;
    return this;
  }

  public AFile tree(String value) {
    this.tree = value;
    return this;
  }

  public AFile start(Stamp value) {
    this.start = value;
    return this;
  }

  public AFile client(Endpoint value) {
    this.client = value;
    return this;
  }

  public AFile server(Endpoint value) {
    this.server = value;
    return this;
  }

  public AFile dialect(String value) {
    this.dialect = value;
    return this;
  }

  public AFile operation(String value) {
    this.operation = value;
    return this;
  }

  public AFile share(String value) {
    this.share = value;
    return this;
  }

  public AFile name(String value) {
    this.name = value;
    return this;
  }

  public AFile fileId(String value) {
    this.fileId = value;
    return this;
  }

  public AFile type(String value) {
    this.type = value;
    return this;
  }

  public AFile disposition(String value) {
    this.disposition = value;
    return this;
  }

  public AFile action(String value) {
    this.action = value;
    return this;
  }

  public AFile desiredAccess(Long value) {
    this.desiredAccess = value;
    return this;
  }

  public AFile grantedAccess(Long value) {
    this.grantedAccess = value;
    return this;
  }

  public AFile shareAccess(Integer value) {
    this.shareAccess = value;
    return this;
  }

  public AFile options(Long value) {
    this.options = value;
    return this;
  }

  public AFile oplock(String value) {
    this.oplock = value;
    return this;
  }

  public AFile status(String value) {
    this.status = value;
    return this;
  }

  public AFile size(Long value) {
    this.size = value;
    return this;
  }

  public AFile attributes(Long value) {
    this.attributes = value;
    return this;
  }

  public AFile created(Instant value) {
    this.created = value;
    return this;
  }

  public AFile accessed(Instant value) {
    this.accessed = value;
    return this;
  }

  public AFile modified(Instant value) {
    this.modified = value;
    return this;
  }

  public AFile changed(Instant value) {
    this.changed = value;
    return this;
  }

  public AFile reads(long value) {
    this.reads = value;
    return this;
  }

  public AFile bytesRead(long value) {
    this.bytesRead = value;
    return this;
  }

  public AFile writes(long value) {
    this.writes = value;
    return this;
  }

  public AFile bytesWritten(long value) {
    this.bytesWritten = value;
    return this;
  }

  public AFile listings(long value) {
    this.listings = value;
    return this;
  }

  public AFile listedEntries(long value) {
    this.listedEntries = value;
    return this;
  }

  public AFile renamedTo(String value) {
    this.renamedTo = value;
    return this;
  }

  public AFile deleted(String value) {
    this.deleted = value;
    return this;
  }

  public AFile setInfo(List<String> value) {
    this.setInfo = value;
    return this;
  }

  public AFile inferred(boolean value) {
    this.inferred = value;
    return this;
  }

  public AFile responseNanos(Long value) {
    this.responseNanos = value;
    return this;
  }

  public AFile end(String value) {
    this.end = value;
    return this;
  }

  public FileEvent build() {
    return new FileEvent(
        at,
        connection,
        otherConnections,
        session,
        user,
        tree,
        start,
        client,
        server,
        dialect,
        operation,
        share,
        name,
        fileId,
        type,
        disposition,
        action,
        desiredAccess,
        grantedAccess,
        shareAccess,
        options,
        oplock,
        status,
        size,
        attributes,
        created,
        accessed,
        modified,
        changed,
        reads,
        bytesRead,
        writes,
        bytesWritten,
        listings,
        listedEntries,
        renamedTo,
        deleted,
        setInfo,
        inferred,
        responseNanos,
        end);
  }

  /** As it begins. */
  public BegunEvent begun() {
    return new BegunEvent(at, build());
  }
}
