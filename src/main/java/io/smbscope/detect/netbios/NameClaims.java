package io.smbscope.detect.netbios;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.detect.window.Rate;
import io.smbscope.event.Confidence;
import io.smbscope.event.Endpoint;
import io.smbscope.event.NameEvent;
import io.smbscope.event.NbnsEvent;
import io.smbscope.event.Severity;
import io.smbscope.netbios.NbnsMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names claimed, and taken from others. RFC 1002 5.1.1.1, 5.1.1.5 */
public final class NameClaims implements Detection {
  private static final Rule SPECIAL =
      Rule.of(
          "nbns-special-name-claim",
          "NetBIOS name claimed that clients trust",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1557.001",
          "A host registers a name that another one has, the name *SMBSERVER, or, which is worth a"
              + " look only, one of a domain or of a browser's.",
          "Find out what the host is, and turn NetBIOS name service off on all clients.");
  private static final Rule CONFLICT =
      Rule.of(
              "nbns-conflict-abuse",
              "NetBIOS names taken from their owners",
              Severity.MEDIUM,
              Confidence.MEDIUM,
              "T1498",
              "One host demands again and again that others give up names, or releases names for"
                  + " them.",
              "Find out what the host runs, and turn NetBIOS name service off.")
          .with("demands", 5)
          .with("releases", 60)
          .with("seconds", 60);

  private static final Set<String> REGISTRATIONS =
      Set.of("registration", "multihomed-registration", "refresh");

  private static final int OPCODE_REGISTRATION = 5;
  private static final int OPCODE_RELEASE = 6;
  private static final int CONFLICT_ERROR = 7;
  private static final String ANY_SERVER = "*SMBSERVER";
  private static final int OWNERS = 16_384;
  private static final int HOSTS = 4096;

  /** Domain master browser, domain controllers, master browser. */
  private static final Set<Integer> SPECIAL_SUFFIXES = Set.of(0x1B, 0x1C, 0x1D);

  private record Name(String name, int suffix, String scope) {}

  private record Owner(String ip, String mac) {
    boolean is(Endpoint other) {
      return ip.equals(other.ip()) || (mac != null && mac.equals(other.mac()));
    }
  }

  private final Findings findings;
  private final Knowledge knowledge;
  private final long demands;
  private final long releases;
  private final long seconds;
  private final Rate<String> demanded;
  private final Rate<String> released;

  /** Who registered a unique name first. */
  private final Latest<Name, Owner> owners = new Latest<>(OWNERS);

  public NameClaims(Settings settings, Knowledge knowledge, Findings findings) {
    this.findings = findings;
    this.knowledge = knowledge;
    this.demands = settings.number(CONFLICT, "demands");
    this.releases = settings.number(CONFLICT, "releases");
    this.seconds = settings.number(CONFLICT, "seconds");
    this.demanded = new Rate<>(demands, Duration.ofSeconds(seconds), HOSTS);
    this.released = new Rate<>(releases, Duration.ofSeconds(seconds), HOSTS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(SPECIAL, CONFLICT);
  }

  @Override
  public void listen(Listeners on) {
    on.name(this::name);
    on.nbns(this::message);
  }

  private void name(NameEvent event) {
    Name name =
        new Name(
            event.name().toUpperCase(Locale.ROOT), event.suffix(), String.valueOf(event.scope()));
    if ("release".equals(event.operation())) {
      Owner owner = owners.get(name);
      if (owner != null && owner.is(event.client())) {
        owners.remove(name);
      }
    } else if (REGISTRATIONS.contains(event.operation()) && !"unasked".equals(event.result())) {
      claims(event, name);
    }
  }

  private void claims(NameEvent event, Name name) {
    if (!event.group()) {
      Owner owner = owners.get(name);
      if (owner == null) {
        owners.put(name, new Owner(event.client().ip(), event.client().mac()));
      } else if (!owner.is(event.client())) {
        report(event, Severity.HIGH, "belongs to " + owner.ip());
        return;
      }
    }
    if (name.name().equals(ANY_SERVER)) {
      report(event, Severity.HIGH, "stands for any server");
    } else if (SPECIAL_SUFFIXES.contains(name.suffix())
        && !knowledge.hosts().domainController(event.client().ip())) {
      report(event, Severity.LOW, event.suffixMeaning());
    }
  }

  private void report(NameEvent event, Severity severity, String why) {
    findings.report(
        new Sighting(SPECIAL, event.at())
            .client(event.client().ip())
            .operation("%s<%02X>".formatted(Seen.text(event.name()), event.suffix()))
            .severity(severity)
            .value("why", why)
            .value("result", event.result()));
  }

  private void message(NbnsEvent event) {
    NbnsMessage message = event.message();
    Endpoint sender = event.fromClient() ? event.flow().client() : event.flow().server();
    if (message.response()
        && message.opcode() == OPCODE_REGISTRATION
        && message.rcode() == CONFLICT_ERROR) {
      int count = demanded.add(sender.ip(), event.at());
      if (count >= demands) {
        abuse(event, sender, demanded, "conflict demands", count);
      }
    } else if (!message.response() && message.opcode() == OPCODE_RELEASE) {
      boolean others =
          message.records().stream()
              .flatMap(entry -> entry.addresses().stream())
              .anyMatch(address -> !String.valueOf(address.address()).equals(sender.ip()));
      int count = others ? demanded.add(sender.ip(), event.at()) : 0;
      if (count >= demands) {
        abuse(event, sender, demanded, "releases of others' names", count);
      }
      int all = released.add(sender.ip(), event.at());
      if (all >= releases) {
        abuse(event, sender, released, "releases", all);
      }
    }
  }

  private void abuse(NbnsEvent event, Endpoint sender, Rate<String> of, String what, int count) {
    findings.report(
        new Sighting(CONFLICT, event.at())
            .flow(event.flow().id())
            .client(sender.ip())
            .window(of.first(sender.ip(), count), seconds)
            .value("seen", what)
            .value("count", count));
  }
}
