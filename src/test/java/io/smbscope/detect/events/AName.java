package io.smbscope.detect.events;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.NameEvent;
import java.util.List;

/** Makes {@link NameEvent}s for tests: each component has an ordinary value unless set. */
public final class AName {
  private Stamp at = new Stamp(1, 1_700_000_000_000_000_000L);
  private Stamp start = new Stamp(1, 1_700_000_000_000_000_000L);
  private Endpoint client = new Endpoint("10.7.0.2", 50000, "02:00:00:00:00:02");
  private Endpoint server = new Endpoint("10.7.0.1", 445, "02:00:00:00:00:01");
  private int transactionId = 0;
  private String operation = "query";
  private boolean broadcast = false;
  private String name = "FILESRV";
  private int suffix = 0;
  private String suffixMeaning = null;
  private String scope = null;
  private String result = "positive";
  private boolean group = false;
  private List<String> addresses = List.of();
  private List<String> names = List.of();
  private String unitId = null;
  private Long ttl = null;
  private Long responseNanos = null;

  public AName at(Stamp value) {
    this.at = value;
    return this;
  }

  public AName start(Stamp value) {
    this.start = value;
    return this;
  }

  public AName client(Endpoint value) {
    this.client = value;
    return this;
  }

  public AName server(Endpoint value) {
    this.server = value;
    return this;
  }

  public AName transactionId(int value) {
    this.transactionId = value;
    return this;
  }

  public AName operation(String value) {
    this.operation = value;
    return this;
  }

  public AName broadcast(boolean value) {
    this.broadcast = value;
    return this;
  }

  public AName name(String value) {
    this.name = value;
    return this;
  }

  public AName suffix(int value) {
    this.suffix = value;
    return this;
  }

  public AName suffixMeaning(String value) {
    this.suffixMeaning = value;
    return this;
  }

  public AName scope(String value) {
    this.scope = value;
    return this;
  }

  public AName result(String value) {
    this.result = value;
    return this;
  }

  public AName group(boolean value) {
    this.group = value;
    return this;
  }

  public AName addresses(List<String> value) {
    this.addresses = value;
    return this;
  }

  public AName names(List<String> value) {
    this.names = value;
    return this;
  }

  public AName unitId(String value) {
    this.unitId = value;
    return this;
  }

  public AName ttl(Long value) {
    this.ttl = value;
    return this;
  }

  public AName responseNanos(Long value) {
    this.responseNanos = value;
    return this;
  }

  public NameEvent build() {
    return new NameEvent(
        at,
        start,
        client,
        server,
        transactionId,
        operation,
        broadcast,
        name,
        suffix,
        suffixMeaning,
        scope,
        result,
        group,
        addresses,
        names,
        unitId,
        ttl,
        responseNanos);
  }
}
