package io.smbscope.event;

import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.ConnectionEvent.NetbiosSession;
import io.smbscope.event.ConnectionEvent.Traffic;
import java.util.List;
import java.util.Map;

/** A connection made by hand. */
public final class ConnectionBuilder {
  private long id = 1;
  private String endReason = "fin";
  private Transport transport = Transport.DIRECT_TCP;
  private Endpoint client = Events.CLIENT;
  private Endpoint server = Events.SERVER;
  private NetbiosSession netbios;
  private boolean midstream;
  private String dialect = "3.1.1";
  private Negotiation negotiation;
  private Encryption encryption = Protections.POSSIBLE;
  private Signing signing = Protections.SIGNED;
  private long bytes = 10_000;
  private long messages = 20;
  private long gaps;
  private long missing;
  private long truncated;
  private long compressed;

  ConnectionBuilder() {}

  public ConnectionBuilder id(long value) {
    id = value;
    return this;
  }

  public ConnectionBuilder endReason(String value) {
    endReason = value;
    return this;
  }

  public ConnectionBuilder from(String ip) {
    client = Events.client(ip);
    return this;
  }

  public ConnectionBuilder to(String ip) {
    server = new Endpoint(ip, server.port(), server.mac());
    return this;
  }

  public ConnectionBuilder netbios(String calledName, String callingName) {
    transport = Transport.NETBIOS_SESSION;
    server = new Endpoint(server.ip(), 139, server.mac());
    netbios = new NetbiosSession(calledName, callingName, "positive", null);
    return this;
  }

  public ConnectionBuilder midstream() {
    midstream = true;
    return this;
  }

  public ConnectionBuilder dialect(String value) {
    dialect = value;
    return this;
  }

  /** NEGOTIATE with these dialects offered, and what the two sides say of their systems. */
  public ConnectionBuilder negotiation(List<String> offered, String clientOs, String serverOs) {
    negotiation =
        new Negotiation(
            offered, dialect, false, null, null, List.of(), List.of(), 65_536L, 65_536L, 65_536L,
            null, null, null, List.of(), null, List.of(), null, List.of(), List.of(), null, null,
            List.of(), null, clientOs, null, serverOs, null, null);
    return this;
  }

  public ConnectionBuilder encryption(Encryption value) {
    encryption = value;
    return this;
  }

  public ConnectionBuilder signing(Signing value) {
    signing = value;
    return this;
  }

  /** TCP payload octets, all of them from the server. */
  public ConnectionBuilder bytes(long value) {
    bytes = value;
    return this;
  }

  public ConnectionBuilder messages(long value) {
    messages = value;
    return this;
  }

  public ConnectionBuilder loss(long gapCount, long missingOctets, long truncatedOctets) {
    gaps = gapCount;
    missing = missingOctets;
    truncated = truncatedOctets;
    return this;
  }

  public ConnectionBuilder compressed(long value) {
    compressed = value;
    return this;
  }

  public ConnectionEvent build() {
    return new ConnectionEvent(
        Events.at(id + 100),
        id,
        Events.at(id),
        endReason,
        transport,
        client,
        server,
        List.of(),
        List.of(),
        netbios,
        midstream,
        List.of(),
        dialect,
        negotiation,
        encryption,
        signing,
        Map.of(),
        new Traffic(10, 12, 0, bytes, messages, 0, 0, gaps, missing, truncated, compressed),
        List.of(),
        0);
  }
}
