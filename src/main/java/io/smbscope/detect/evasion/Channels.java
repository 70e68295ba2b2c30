package io.smbscope.detect.evasion;

import io.smbscope.base.Key;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.FlowKey;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData.NetworkInterface;
import io.smbscope.smb.smb2.IoctlData.NetworkInterfaces;
import io.smbscope.smb.smb2.SessionSetup;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Channels bound to a session where the server has no interface, or from another client. [MS-SMB2]
 * 3.2.4.20.10, 3.3.5.5.2
 */
public final class Channels implements Detection {
  private static final Rule RULE =
      Rule.of(
          "channel-foreign-ip",
          "Channel over an address that the server did not announce",
          Severity.MEDIUM,
          Confidence.MEDIUM,
          "T1550",
          "A session is bound to a connection with a server's address that"
              + " QUERY_NETWORK_INTERFACE_INFO did not tell, or by a client with another ClientGuid.",
          "See which host has the address, and whether it is a relay.");

  private static final int KEYS = 4096;

  /** Addresses of a server that are remembered. */
  private static final int ADDRESSES = 256;

  private record Guids(String client, String server) {}

  private record First(String clientGuid, String serverIp) {}

  private final Findings findings;

  /** By connection. Its end removes. */
  private final Latest<Long, Guids> connections = new Latest<>(KEYS);

  /** On which connection each session was set up. */
  private final Latest<Key, First> sessions = new Latest<>(KEYS);

  /** Octets, in hexadecimal, of the addresses that each server announced, by its GUID. */
  private final Latest<String, Set<String>> announced = new Latest<>(KEYS);

  public Channels(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.connection(this::connection);
    on.session(this::session);
    on.smb2(this::command);
    on.connectionEnd(connection -> connections.remove(connection.id()));
  }

  private void connection(ConnectionEvent connection) {
    if (connection.endReason() == null
        && connection.negotiation() != null
        && connection.negotiation().serverGuid() != null) {
      connections.put(
          connection.id(),
          new Guids(connection.negotiation().clientGuid(), connection.negotiation().serverGuid()));
    }
  }

  private void session(SessionEvent session) {
    Guids guids = connections.get(session.connections().get(0));
    if (session.established() && !session.inferred() && guids != null) {
      sessions.put(
          Key.of(session.id(), guids.server), new First(guids.client, session.server().ip()));
    }
  }

  private void command(Smb2CommandEvent event) {
    if (event.response() instanceof Ioctl.Response response
        && response.output() instanceof NetworkInterfaces interfaces) {
      announced(event, interfaces);
    } else if (event.request() instanceof SessionSetup.Request request
        && request.binding()
        && event.status() == 0) {
      bound(event);
    }
  }

  private void announced(Smb2CommandEvent event, NetworkInterfaces interfaces) {
    Guids guids = connections.get(event.flow().id());
    if (guids != null) {
      Set<String> addresses = announced.computeIfAbsent(guids.server, any -> new HashSet<>());
      for (NetworkInterface each : interfaces.interfaces()) {
        if (addresses.size() < ADDRESSES) {
          addresses.add(each.address());
        }
      }
    }
  }

  private void bound(Smb2CommandEvent event) {
    Guids guids = connections.get(event.flow().id());
    if (guids == null) {
      return;
    }
    String id = String.format(Locale.ROOT, "0x%016x", event.sessionId());
    First first = sessions.get(Key.of(id, guids.server));
    FlowKey flow = event.flow();
    String server = flow.server().ip();
    Set<String> addresses = announced.get(guids.server);
    boolean foreign =
        addresses != null
            && !addresses.contains(octets(server))
            && (first == null || !first.serverIp.equals(server));
    boolean other =
        first != null
            && first.clientGuid != null
            && guids.client != null
            && !first.clientGuid.equals(guids.client);
    if (foreign || other) {
      findings.report(
          new Sighting(RULE, event.at())
              .between(flow.id(), flow.client(), flow.server())
              .user(event.user())
              .value("session", id)
              .value("client-guid", other ? guids.client + ", before " + first.clientGuid : null)
              .value("first-server-address", first == null ? null : first.serverIp));
    }
  }

  /** Of an address in text form, which asks no name server. */
  private static String octets(String ip) {
    try {
      return HexFormat.of().formatHex(InetAddress.getByName(ip).getAddress());
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
