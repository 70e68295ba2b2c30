package io.smbscope.detect.events;

import io.smbscope.base.Stamp;
import io.smbscope.event.BegunEvent;
import io.smbscope.event.Encryption;
import io.smbscope.event.Endpoint;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import io.smbscope.event.Signing;
import java.util.List;

/** Makes {@link SessionEvent}s for tests: each component has an ordinary value unless set. */
public final class ASession {
  private Stamp at = new Stamp(1, 1_700_000_000_000_000_000L);
  private String id = "0x0000000000000001";
  private List<Long> connections = List.of(1L);
  private Stamp start = new Stamp(1, 1_700_000_000_000_000_000L);
  private Endpoint client = new Endpoint("10.7.0.2", 50000, "02:00:00:00:00:02");
  private Endpoint server = new Endpoint("10.7.0.1", 445, "02:00:00:00:00:01");
  private String dialect = "3.1.1";
  private Identity identity = null;
  private String status = "STATUS_SUCCESS";
  private boolean established = true;
  private boolean inferred = false;
  private boolean guest = false;
  private boolean anonymous = false;
  private int reauthentications = 0;
  private List<String> earlierUsers = List.of();
  private Encryption encryption = new Encryption(null, null, false, false, null, false, 0, 0, 0);
  private Signing signing = new Signing(null, null, null, null, null, 0, 0, 0);
  private String end = null;
  private List<String> trees = List.of();

  public ASession at(Stamp value) {
    this.at = value;
    return this;
  }

  public ASession id(String value) {
    this.id = value;
    return this;
  }

  public ASession connections(List<Long> value) {
    this.connections = value;
    return this;
  }

  public ASession start(Stamp value) {
    this.start = value;
    return this;
  }

  public ASession client(Endpoint value) {
    this.client = value;
    return this;
  }

  public ASession server(Endpoint value) {
    this.server = value;
    return this;
  }

  public ASession dialect(String value) {
    this.dialect = value;
    return this;
  }

  public ASession identity(Identity value) {
    this.identity = value;
    return this;
  }

  public ASession status(String value) {
    this.status = value;
    return this;
  }

  public ASession established(boolean value) {
    this.established = value;
    return this;
  }

  public ASession inferred(boolean value) {
    this.inferred = value;
    return this;
  }

  public ASession guest(boolean value) {
    this.guest = value;
    return this;
  }

  public ASession anonymous(boolean value) {
    this.anonymous = value;
    return this;
  }

  public ASession reauthentications(int value) {
    this.reauthentications = value;
    return this;
  }

  public ASession earlierUsers(List<String> value) {
    this.earlierUsers = value;
    return this;
  }

  public ASession encryption(Encryption value) {
    this.encryption = value;
    return this;
  }

  public ASession signing(Signing value) {
    this.signing = value;
    return this;
  }

  public ASession end(String value) {
    this.end = value;
    return this;
  }

  public ASession trees(List<String> value) {
    this.trees = value;
    return this;
  }

  public SessionEvent build() {
    return new SessionEvent(
        at,
        id,
        connections,
        start,
        client,
        server,
        dialect,
        identity,
        status,
        established,
        inferred,
        guest,
        anonymous,
        reauthentications,
        earlierUsers,
        encryption,
        signing,
        end,
        trees);
  }

  /** As it begins. */
  public BegunEvent begun() {
    return new BegunEvent(at, build());
  }
}
