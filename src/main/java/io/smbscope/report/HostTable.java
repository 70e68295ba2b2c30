package io.smbscope.report;

import io.smbscope.event.ConnectionEvent;
import io.smbscope.event.ConnectionEvent.Negotiation;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.regex.Pattern;

/** Hosts with the names they have and the systems they say they run. Servers first, then by use. */
final class HostTable {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.%]*:.*");
  private static final Set<String> OWN_ANNOUNCEMENTS =
      Set.of("host-announcement", "local-master-announcement");
  private static final Set<String> REGISTRATIONS =
      Set.of("registration", "refresh", "multihomed-registration");
  private static final String GROUP = " (group)";

  private final Groups<String, Host> hosts;

  HostTable(int limit) {
    hosts =
        new Groups<>(
            limit,
            Host::new,
            (one, other) -> {
              Host host = one.getValue();
              Host another = other.getValue();
              int order = Boolean.compare(another.server, host.server);
              order = order != 0 ? order : Boolean.compare(another.client, host.client);
              return order != 0 ? order : Long.compare(another.events, host.events);
            });
  }

  private static final class Host {
    private final Few names = new Few();
    private final Few systems = new Few();
    private final Few roles = new Few();
    private String announcedVersion;
    private boolean client;
    private boolean server;
    private long events;
  }

  private Host host(String ip) {
    Host host = hosts.at(ip);
    host.events++;
    return host;
  }

  void add(ConnectionEvent event) {
    Host client = host(Wire.ip(event.client()));
    client.client = true;
    if (event.traffic() != null && event.traffic().messages() == 0 && event.netbios() == null) {
      return;
    }
    Host server = host(Wire.ip(event.server()));
    server.server = true;
    if (event.netbios() != null) {
      addName(client, event.netbios().callingName());
      addName(server, event.netbios().calledName());
    }
    Negotiation negotiation = event.negotiation();
    if (negotiation != null) {
      addName(server, negotiation.netname());
      client.systems.add(system(negotiation.clientOs(), negotiation.clientLanMan()));
      server.systems.add(system(negotiation.serverOs(), negotiation.serverLanMan()));
    }
  }

  void add(SessionEvent event) {
    Identity identity = event.identity();
    if (identity == null) {
      return;
    }
    Host client = host(Wire.ip(event.client()));
    client.client = true;
    addName(client, identity.workstation());
    client.systems.add(identity.clientVersion());
    Host server = host(Wire.ip(event.server()));
    server.server = true;
    addName(server, identity.serverNetbiosName());
    addName(server, identity.serverDnsName());
    server.systems.add(identity.serverVersion());
  }

  void add(NameEvent event) {
    if (event.operation().equals("status")) {
      if ("positive".equals(event.result())) {
        Host host = host(Wire.ip(event.server()));
        event.names().stream()
            .filter(name -> !name.endsWith(GROUP) && isHostSuffix(name))
            .forEach(name -> addName(host, name));
      }
    } else if (!event.group() && (event.suffix() == 0x00 || event.suffix() == 0x20)) {
      boolean unopposed =
          REGISTRATIONS.contains(event.operation()) && "no-answer".equals(event.result());
      if ("positive".equals(event.result()) || unopposed) {
        event.addresses().forEach(ip -> addName(host(ip), event.name()));
      }
    }
  }

  void add(HostEvent event) {
    Host host = host(Wire.ip(event.source()));
    if (event.sourceName() != null && isHostSuffix(event.sourceName())) {
      addName(host, event.sourceName());
    }
    if (OWN_ANNOUNCEMENTS.contains(event.kind())) {
      addName(host, event.server());
      host.announcedVersion = Wire.kept(event.version());
      event.roles().forEach(host.roles::add);
    }
  }

  private static boolean isHostSuffix(String name) {
    return name.contains("<00>") || name.contains("<20>");
  }

  /** Adds a name, but neither an address nor a wildcard such as {@code *SMBSERVER}. */
  private static void addName(Host host, String name) {
    String plain = Wire.withoutSuffix(name);
    if (plain != null && !plain.startsWith("*") && !ADDRESS.matcher(plain).matches()) {
      host.names.add(plain);
    }
  }

  private static String system(String os, String lanMan) {
    if (os == null || os.isEmpty()) {
      return lanMan;
    }
    return lanMan == null || lanMan.isEmpty() ? os : os + " (" + lanMan + ")";
  }

  Section section() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry<String, Host> entry : hosts.top(Summary.ROWS)) {
      Host host = entry.getValue();
      rows.add(
          List.of(
              Cell.of(entry.getKey()),
              Cell.of(host.names, 3),
              Cell.of(use(host)),
              host.systems.isEmpty() ? Cell.of(host.announcedVersion) : Cell.of(host.systems, 2),
              Cell.of(host.roles, 3)));
    }
    return new Section(
        "Hosts",
        Amounts.count(hosts.total()),
        List.of(
            Column.address("ADDRESS", 0),
            Column.text("NAMES", 0),
            Column.word("ROLE", 1),
            Column.text("OS", 2),
            Column.text("ANNOUNCES", 3)),
        rows,
        hosts.leftOut(rows.size()));
  }

  private static String use(Host host) {
    if (host.server) {
      return host.client ? "client, server" : "server";
    }
    return host.client ? "client" : "";
  }
}
