package io.smbscope.detect.events;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.HostEvent;
import java.util.List;

/** Makes {@link HostEvent}s for tests: each component has an ordinary value unless set. */
public final class AHost {
  private Stamp at = new Stamp(1, 1_700_000_000_000_000_000L);
  private Endpoint source = new Endpoint("10.7.0.2", 50000, "02:00:00:00:00:02");
  private String sourceName = null;
  private String destinationName = null;
  private String mailslot = null;
  private String kind = "host-announcement";
  private String server = "FILESRV";
  private String version = null;
  private List<String> roles = List.of();
  private String comment = null;

  public AHost at(Stamp value) {
    this.at = value;
    return this;
  }

  public AHost source(Endpoint value) {
    this.source = value;
    return this;
  }

  public AHost sourceName(String value) {
    this.sourceName = value;
    return this;
  }

  public AHost destinationName(String value) {
    this.destinationName = value;
    return this;
  }

  public AHost mailslot(String value) {
    this.mailslot = value;
    return this;
  }

  public AHost kind(String value) {
    this.kind = value;
    return this;
  }

  public AHost server(String value) {
    this.server = value;
    return this;
  }

  public AHost version(String value) {
    this.version = value;
    return this;
  }

  public AHost roles(List<String> value) {
    this.roles = value;
    return this;
  }

  public AHost comment(String value) {
    this.comment = value;
    return this;
  }

  public HostEvent build() {
    return new HostEvent(
        at, source, sourceName, destinationName, mailslot, kind, server, version, roles, comment);
  }
}
