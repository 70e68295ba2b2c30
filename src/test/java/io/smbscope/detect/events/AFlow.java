package io.smbscope.detect.events;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowEvent.Side;
import io.smbscope.event.FlowKey;
import io.smbscope.event.FlowStartEvent;
import java.util.List;

/** Makes the events of a TCP connection for tests: each component is ordinary unless set. */
public final class AFlow {
  private Stamp at = new Stamp(1, 1_700_000_000_000_000_000L);
  private boolean tcp = true;
  private String client = "10.7.0.2";
  private String server = "10.7.0.1";
  private String clientMac = "02:00:00:00:00:02";
  private String serverMac = "02:00:00:00:00:01";
  private List<Integer> clientVlans = List.of();
  private List<Integer> serverVlans = List.of();
  private boolean answered = true;

  public AFlow at(Stamp value) {
    this.at = value;
    return this;
  }

  public AFlow udp() {
    this.tcp = false;
    return this;
  }

  public AFlow from(String ip) {
    this.client = ip;
    return this;
  }

  public AFlow to(String ip) {
    this.server = ip;
    return this;
  }

  public AFlow from(String ip, String mac) {
    this.client = ip;
    this.clientMac = mac;
    return this;
  }

  public AFlow to(String ip, String mac) {
    this.server = ip;
    this.serverMac = mac;
    return this;
  }

  public AFlow vlans(int ofClient, int ofServer) {
    this.clientVlans = List.of(ofClient);
    this.serverVlans = List.of(ofServer);
    return this;
  }

  public AFlow unanswered() {
    this.answered = false;
    return this;
  }

  private FlowKey key() {
    return new FlowKey(
        at.packet(),
        at,
        tcp,
        new Endpoint(client, 50_000, clientMac),
        new Endpoint(server, tcp ? 445 : 137, serverMac),
        clientVlans,
        false);
  }

  public FlowStartEvent begun() {
    return new FlowStartEvent(at, key());
  }

  public FlowEvent ended() {
    Side up = new Side(3, 300, 342, 100, 100, 0, 0x1b, clientMac, clientVlans);
    Side down =
        answered
            ? new Side(3, 300, 342, 100, 100, 0, 0x1b, serverMac, serverVlans)
            : new Side(0, 0, 0, 0, 0, 0, 0, null, List.of());
    return new FlowEvent(at, key(), at, "fin", up, down, answered, "ShADadFf");
  }
}
