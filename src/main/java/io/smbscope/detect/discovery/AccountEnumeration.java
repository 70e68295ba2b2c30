package io.smbscope.detect.discovery;

import static io.smbscope.detect.discovery.Enumerations.counted;

import io.smbscope.detect.Calls;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.discovery.Enumerations.Asked;
import io.smbscope.event.Confidence;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calls that list who is logged on, users, groups, policies, and what a host is. */
public final class AccountEnumeration implements Detection {
  private static final Rule SESSIONS =
      counted(
          Rule.of(
              "session-enum",
              "Sessions or logged-on users listed",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "T1049 T1033",
              "Calls of srvsvc or wkssvc list who is connected to a server or logged on to it.",
              "Find out what on the client asks; only let administrators list sessions."));

  private static final Rule USERS =
      counted(
          Rule.of(
              "user-enum",
              "Users listed",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "T1087.002",
              "Calls of samr or lsarpc list users, or look names and SIDs up.",
              "Find out what on the client asks; restrict remote calls to SAM."));

  private static final Rule GROUPS =
      counted(
          Rule.of(
              "group-enum",
              "Groups and their members listed",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "T1069",
              "Calls of samr or lsarpc list members of groups or rights of accounts.",
              "Find out what on the client asks; restrict remote calls to SAM."));

  private static final Rule POLICIES =
      counted(
          Rule.of(
              "policy-enum",
              "Policies of accounts read",
              Severity.LOW,
              Confidence.MEDIUM,
              "T1201 T1082",
              "Calls of samr or lsarpc read the policies of a domain or a host.",
              "None by itself: see what else the client does."));

  private static final Rule HOST =
      counted(
          Rule.of(
              "host-info",
              "What a host is was asked",
              Severity.INFO,
              Confidence.MEDIUM,
              "T1018 T1124 T1016",
              "Calls of srvsvc or wkssvc read version, time or transports of a host.",
              "None by itself: see what else the client does."));

  /**
   * What an operation tells.
   *
   * @param one severity of one call
   * @param many severity of many
   */
  private record Kind(Enumerations of, Severity one, Severity many) {}

  private final Map<UUID, Map<Integer, Kind>> kinds = new HashMap<>();

  public AccountEnumeration(Settings settings, Findings findings) {
    Enumerations sessions = new Enumerations(SESSIONS, settings, findings);
    Enumerations users = new Enumerations(USERS, settings, findings);
    Enumerations lookups = new Enumerations(USERS, settings, findings);
    Enumerations groups = new Enumerations(GROUPS, settings, findings);
    Enumerations policies = new Enumerations(POLICIES, settings, findings);
    Enumerations host = new Enumerations(HOST, settings, findings);
    add(Calls.SRVSVC, new Kind(sessions, Severity.MEDIUM, Severity.MEDIUM), 8, 9, 12);
    add(Calls.WKSSVC, new Kind(sessions, Severity.MEDIUM, Severity.MEDIUM), 2);
    add(Calls.SAMR, new Kind(users, Severity.LOW, Severity.MEDIUM), 13, 15, 40, 48, 51);
    // Every host that shows an access list looks names up.
    Kind lookup = new Kind(lookups, Severity.INFO, Severity.LOW);
    add(Calls.SAMR, lookup, 17, 18);
    add(Calls.LSARPC, lookup, 14, 15, 57, 58, 68, 76, 77);
    Kind group = new Kind(groups, Severity.LOW, Severity.MEDIUM);
    add(Calls.SAMR, group, 16, 25, 33, 39);
    add(Calls.LSARPC, group, 36);
    Kind policy = new Kind(policies, Severity.INFO, Severity.LOW);
    add(Calls.LSARPC, policy, 7, 46);
    add(Calls.SAMR, policy, 8, 44, 46);
    Kind about = new Kind(host, Severity.INFO, Severity.INFO);
    add(Calls.SRVSVC, about, 21, 26, 28);
    add(Calls.WKSSVC, about, 0, 5);
  }

  private void add(UUID interfaceId, Kind kind, int... opnums) {
    for (int opnum : opnums) {
      kinds.computeIfAbsent(interfaceId, any -> new HashMap<>()).put(opnum, kind);
    }
  }

  @Override
  public List<Rule> rules() {
    return List.of(SESSIONS, USERS, GROUPS, POLICIES, HOST);
  }

  @Override
  public void listen(Listeners on) {
    on.rpc(this::rpc);
  }

  private void rpc(RpcEvent event) {
    Map<Integer, Kind> of = kinds.get(event.interfaceId());
    Kind kind = of == null ? null : of.get(Calls.opnum(event));
    if (kind != null) {
      Asked asked =
          new Asked(
              event.at(),
              event.flow().id(),
              event.flow().client(),
              event.flow().server(),
              event.user(),
              Calls.name(event));
      kind.of().one(asked, kind.one());
      kind.of().count(asked, kind.many());
    }
  }
}
