package io.smbscope.detect.readiness;

import io.smbscope.detect.window.Latest;
import io.smbscope.event.HostEvent;
import io.smbscope.event.NameEvent;
import io.smbscope.event.SessionEvent;
import io.smbscope.event.SessionEvent.Identity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of hosts by their addresses, whoever said so: enough for an administrator to know them. */
final class HostNames {
  private static final int HOSTS = 16_384;
  private static final int NAMES = 4;
  private static final int FILE_SERVER = 0x20;

  private final Latest<String, Set<String>> hosts = new Latest<>(HOSTS);

  List<String> of(String ip) {
    Set<String> names = hosts.get(ip);
    return names == null ? List.of() : List.copyOf(names);
  }

  private void add(String ip, String name) {
    if (name != null && !name.isEmpty()) {
      Set<String> names = hosts.computeIfAbsent(ip, any -> new LinkedHashSet<>(2));
      if (names.size() < NAMES) {
        names.add(name.toUpperCase(Locale.ROOT));
      }
    }
  }

  void session(SessionEvent event) {
    Identity identity = event.identity();
    if (identity != null) {
      add(event.client().ip(), identity.workstation());
      add(event.server().ip(), identity.serverNetbiosName());
    }
  }

  /** Only unique names that a host registers as a workstation or a server. */
  void name(NameEvent event) {
    boolean own = event.suffix() == 0 || event.suffix() == FILE_SERVER;
    if ("registration".equals(event.operation()) && !event.group() && own) {
      add(event.client().ip(), event.name());
    }
  }

  void host(HostEvent event) {
    if ("host-announcement".equals(event.kind())) {
      add(event.source().ip(), event.server());
    }
  }
}
