package io.smbscope.event;

import io.smbscope.event.SessionEvent.Identity;
import java.util.List;

/** A session made by hand. */
public final class SessionBuilder {
  private long packet = 20;
  private Endpoint client = Events.CLIENT;
  private Endpoint server = Events.SERVER;
  private String mechanism = "NTLMv2";
  private String user = "alice";
  private String domain = "CORP";
  private String workstation = "WS7";
  private String serverName = "FILESRV";
  private String serverDnsName = "filesrv.corp.lan";
  private String clientVersion = "10.0.19041";
  private String serverVersion = "10.0.17763";
  private boolean seen = true;
  private String status = "STATUS_SUCCESS";
  private boolean inferred;
  private boolean guest;
  private boolean anonymous;
  private Encryption encryption = Protections.POSSIBLE;
  private Signing signing = Protections.SIGNED;
  private String end = "logoff";

  SessionBuilder() {}

  public SessionBuilder at(long value) {
    packet = value;
    return this;
  }

  public SessionBuilder from(String ip) {
    client = Events.client(ip);
    return this;
  }

  public SessionBuilder to(String ip) {
    server = Events.server(ip);
    return this;
  }

  public SessionBuilder mechanism(String value) {
    mechanism = value;
    return this;
  }

  public SessionBuilder user(String newDomain, String newUser) {
    domain = newDomain;
    user = newUser;
    return this;
  }

  public SessionBuilder workstation(String value) {
    workstation = value;
    return this;
  }

  public SessionBuilder serverNames(String netbiosName, String dnsName) {
    serverName = netbiosName;
    serverDnsName = dnsName;
    return this;
  }

  public SessionBuilder versions(String ofClient, String ofServer) {
    clientVersion = ofClient;
    serverVersion = ofServer;
    return this;
  }

  /** Nothing of the identity was seen. */
  public SessionBuilder unseen() {
    seen = false;
    inferred = true;
    status = null;
    return this;
  }

  public SessionBuilder failed(String newStatus) {
    status = newStatus;
    end = "failed";
    return this;
  }

  public SessionBuilder guest() {
    guest = true;
    return this;
  }

  public SessionBuilder anonymous() {
    anonymous = true;
    mechanism = "anonymous";
    user = "";
    domain = "";
    return this;
  }

  public SessionBuilder encryption(Encryption value) {
    encryption = value;
    return this;
  }

  public SessionBuilder signing(Signing value) {
    signing = value;
    return this;
  }

  public SessionEvent build() {
    Identity identity =
        new Identity(
            mechanism,
            mechanism.equals("LM"),
            false,
            user,
            domain,
            workstation,
            domain,
            serverName,
            domain,
            serverDnsName,
            null,
            null,
            clientVersion,
            serverVersion,
            null,
            null,
            null);
    return new SessionEvent(
        Events.at(packet),
        "0x0000000000000001",
        List.of(1L),
        Events.at(3),
        client,
        server,
        "3.1.1",
        seen ? identity : null,
        status,
        !end.equals("failed"),
        inferred,
        guest,
        anonymous,
        0,
        List.of(),
        encryption,
        signing,
        end,
        List.of());
  }
}
