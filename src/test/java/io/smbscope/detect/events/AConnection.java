package io.smbscope.detect.events;

import io.smbscope.base.Stamp;
import io.smbscope.event.BegunEvent;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.ConnectionEvent.NetbiosSession;
import io.smbscope.event.ConnectionEvent.Traffic;
import io.smbscope.event.Encryption;
import io.smbscope.event.Endpoint;
import io.smbscope.event.Signing;
import io.smbscope.event.Transport;
import java.util.List;
import java.util.Map;

/** Makes {@link ConnectionEvent}s for tests: each component has an ordinary value unless set. */
public final class AConnection {
  private Stamp at = new Stamp(1, 1_700_000_000_000_000_000L);
  private long id = 1;
  private Stamp start = new Stamp(1, 1_700_000_000_000_000_000L);
  private String endReason = null;
  private Transport transport = Transport.DIRECT_TCP;
  private Endpoint client = new Endpoint("10.7.0.2", 50000, "02:00:00:00:00:02");
  private Endpoint server = new Endpoint("10.7.0.1", 445, "02:00:00:00:00:01");
  private List<Integer> vlans = List.of();
  private List<String> encapsulations = List.of();
  private NetbiosSession netbios = null;
  private boolean midstream = false;
  private List<String> inferred = List.of();
  private String dialect = "3.1.1";
  private Negotiation negotiation = null;
  private Encryption encryption = new Encryption(null, null, false, false, null, false, 0, 0, 0);
  private Signing signing = new Signing(null, null, null, null, null, 0, 0, 0);
  private Map<String, Long> commands = Map.of();
  private Traffic traffic = null;
  private List<String> sessions = List.of();
  private long malformed = 0;

  public AConnection at(Stamp value) {
    this.at = value;
    return this;
  }

  public AConnection id(long value) {
    this.id = value;
    return this;
  }

  public AConnection start(Stamp value) {
    this.start = value;
    return this;
  }

  public AConnection endReason(String value) {
    this.endReason = value;
    return this;
  }

  public AConnection transport(Transport value) {
    this.transport = value;
    return this;
  }

  public AConnection client(Endpoint value) {
    this.client = value;
    return this;
  }

  public AConnection server(Endpoint value) {
    this.server = value;
    return this;
  }

  public AConnection vlans(List<Integer> value) {
    this.vlans = value;
    return this;
  }

  public AConnection encapsulations(List<String> value) {
    this.encapsulations = value;
    return this;
  }

  public AConnection netbios(NetbiosSession value) {
    this.netbios = value;
    return this;
  }

  public AConnection midstream(boolean value) {
    this.midstream = value;
    return this;
  }

  public AConnection inferred(List<String> value) {
    this.inferred = value;
    return this;
  }

  public AConnection dialect(String value) {
    this.dialect = value;
    return this;
  }

  public AConnection negotiation(Negotiation value) {
    this.negotiation = value;
    return this;
  }

  public AConnection encryption(Encryption value) {
    this.encryption = value;
    return this;
  }

  public AConnection signing(Signing value) {
    this.signing = value;
    return this;
  }

  public AConnection commands(Map<String, Long> value) {
    this.commands = value;
    return this;
  }

  public AConnection traffic(Traffic value) {
    this.traffic = value;
    return this;
  }

  public AConnection sessions(List<String> value) {
    this.sessions = value;
    return this;
  }

  public AConnection malformed(long value) {
    this.malformed = value;
    return this;
  }

  public ConnectionEvent build() {
    return new ConnectionEvent(
        at,
        id,
        start,
        endReason,
        transport,
        client,
        server,
        vlans,
        encapsulations,
        netbios,
        midstream,
        inferred,
        dialect,
        negotiation,
        encryption,
        signing,
        commands,
        traffic,
        sessions,
        malformed);
  }

  /** As it begins. */
  public BegunEvent begun() {
    return new BegunEvent(at, build());
  }
}
