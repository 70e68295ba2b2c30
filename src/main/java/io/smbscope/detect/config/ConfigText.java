package io.smbscope.detect.config;

import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Settings.Tuning;
import io.smbscope.detect.Suppression;
import io.smbscope.detect.policy.AccessList;
import io.smbscope.detect.policy.Decoys;
import io.smbscope.detect.policy.Policy;
import io.smbscope.detect.policy.SensitivePaths;
import io.smbscope.detect.policy.Zones;
import io.smbscope.detect.policy.Zones.Pair;
import io.smbscope.detect.policy.Zones.Zone;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** {@code smbscope.yaml} with all that is in force, and what it means. */
public final class ConfigText {
  /** In place of a severity: what the detection says. */
  static final String AS_IT_COMES = "default";

  private static final int WIDTH = 110;

  private final StringBuilder out = new StringBuilder();

  private ConfigText() {}

  /**
   * What {@link ConfigFile} reads as these settings.
   *
   * @param rules all there are
   */
  public static String of(Settings settings, List<Rule> rules) {
    ConfigText text = new ConfigText();
    text.head();
    text.homeNet(settings);
    text.zones(settings.policy().zones());
    text.hosts(settings.policy());
    text.sensitive(settings.policy().sensitive());
    text.decoys(settings.policy().decoys());
    text.baseline(settings.policy());
    text.suppressions(settings.suppressions());
    text.detections(settings, rules);
    return text.out.toString();
  }

  private void head() {
    comment(
        "",
        "How smbscope looks for findings: analyze, live and readiness take it with --config FILE.",
        "smbscope config prints what is in force; with --config FILE, what is in force with that file.",
        "All can be left out; what is left out is as it comes. Unknown keys and wrong values are errors.");
  }

  private void homeNet(Settings settings) {
    comment(
        "",
        "",
        "Networks inside; all other addresses are outside. --home-net goes before it. As it comes: all that no",
        "internet routes.");
    list("", "home-net", settings.networks().home());
  }

  private void zones(Zones zones) {
    comment(
        "",
        "",
        "Parts of the network, and which others each may reach over SMB: other pairs are findings",
        "(smb-zone-crossing). A host is in the zone of the narrowest of the subnets that it is in, else in that of",
        "its VLAN. reaches: [any] is all zones. Hosts of no zone are not judged. As:",
        "  zones:",
        "    office: {subnets: [10.1.0.0/16], vlans: [10, 11], reaches: [servers]}",
        "    servers: {subnets: [10.2.0.0/16]}");
    if (zones.zones().isEmpty()) {
      line("zones: {}");
      return;
    }
    line("zones:");
    for (Zone zone : zones.zones()) {
      line("  " + YamlText.of(zone.name()) + ":");
      list("    ", "subnets", zone.subnets());
      line("    vlans: " + zone.vlans().stream().sorted().toList());
      List<String> reached =
          zones.allowed().stream()
              .filter(pair -> pair.from().equals(zone.name()))
              .map(Pair::to)
              .sorted()
              .toList();
      list("    ", "reaches", reached);
    }
  }

  private void hosts(Policy policy) {
    comment(
        "",
        "",
        "Hosts that are known, as a CSV file; --inventory goes before it. Its first line names the columns:",
        "  mac,address,name,role",
        "  00:11:22:33:44:55,10.2.0.7,FILESRV,file server",
        "  ,10.3.0.0/24,printers,printer",
        "Each line needs a mac or an address (or a network); roles are domain controller, file server, workstation,",
        "printer, scanner, router. Others are findings (unknown-mac, unknown-host).");
    line("inventory: " + path(policy.inventory().file()));
    comment(
        "",
        "",
        "Who must not use SMB: addresses and networks of either end, and users (smb-blocked).");
    accessList("block", policy.block());
    comment(
        "",
        "",
        "Who alone may: with clients' addresses here, or with users, all others are findings (smb-not-allowed).",
        "A user is DOMAIN\\user, or user for one of any domain.");
    accessList("allow", policy.allow());
  }

  private void accessList(String key, AccessList list) {
    line(key + ":");
    list("  ", "addresses", list.addresses());
    list("  ", "users", list.users());
  }

  private void sensitive(List<SensitivePaths> kinds) {
    comment(
        "",
        "",
        "Paths that only some should use; reads and changes by all but these users are findings (sensitive-read,",
        "sensitive-write); reads: false leaves reads out. Patterns hold for \\\\server\\share\\folder\\file from any \\",
        "on to its end: * is any characters, ? one. With sensitive here, only these count.");
    if (kinds.isEmpty()) {
      line("sensitive: {}");
      return;
    }
    line("sensitive:");
    for (SensitivePaths kind : kinds) {
      line("  " + YamlText.of(kind.name()) + ":");
      list("    ", "paths", kind.paths());
      line("    reads: " + kind.reads());
      list("    ", "users", kind.users());
    }
  }

  private void decoys(Decoys decoys) {
    comment(
        "",
        "",
        "What nobody has reason to touch: paths as above, names of shares, users. Whoever does is a finding",
        "(canary-file).");
    line("decoys:");
    list("  ", "paths", decoys.paths());
    list("  ", "shares", decoys.shares());
    list("  ", "users", decoys.users());
  }

  private void baseline(Policy policy) {
    comment(
        "",
        "",
        "A file that --learn wrote: what departs from it is a finding (baseline-...). --baseline goes before it.");
    line("baseline: " + path(policy.baseline().file()));
  }

  /** Absolute, as the configuration may be kept elsewhere. */
  private static String path(String file) {
    return file.isEmpty() ? "" : YamlText.of(Path.of(file).toAbsolutePath().toString());
  }

  private void suppressions(List<Suppression> suppressions) {
    comment(
        "",
        "",
        "Findings that are known and not to be told: all given keys must hold. client and server are addresses or",
        "networks; share is \\\\server\\share or its name; reason must be there; until is the last day, by packet",
        "time. As:",
        "  - rule: guest-session",
        "    server: 10.2.0.9",
        "    reason: the scanner can do no better, to be replaced",
        "    until: 2027-01-31");
    if (suppressions.isEmpty()) {
      line("suppressions: []");
      return;
    }
    line("suppressions:");
    for (Suppression suppression : suppressions) {
      line("  - reason: " + YamlText.of(suppression.reason()));
      text("    rule", suppression.rule());
      text("    client", suppression.client());
      text("    server", suppression.server());
      text("    user", suppression.user());
      text("    share", suppression.share());
      if (suppression.until() != null) {
        line("    until: " + until(suppression.until()));
      }
    }
  }

  private static String until(Instant until) {
    Instant day = until.minus(Duration.ofDays(1));
    boolean wholeDay = until.getEpochSecond() % Duration.ofDays(1).toSeconds() == 0;
    return wholeDay ? day.atZone(ZoneOffset.UTC).toLocalDate().toString() : until.toString();
  }

  private void detections(Settings settings, List<Rule> rules) {
    comment(
        "",
        "",
        "Each detection: severity is info, low, medium, high, critical, or default, which may depend on what was",
        "seen; numbers are thresholds, times in seconds.");
    line("detections:");
    for (Rule rule : rules) {
      Tuning tuning = settings.rules().get(rule.id());
      comment("  ", "", rule.title() + ". " + rule.evidence());
      line("  " + YamlText.of(rule.id()) + ":");
      line("    enabled: " + settings.enabled(rule));
      boolean tuned = tuning != null && tuning.severity() != null;
      line(
          "    severity: "
              + (tuned
                  ? tuning.severity().label()
                  : AS_IT_COMES + "  # " + rule.severity().label()));
      for (String name : rule.numbers().keySet()) {
        line("    " + name + ": " + settings.number(rule, name));
      }
    }
  }

  private void text(String key, String value) {
    if (value != null) {
      line(key + ": " + YamlText.of(value));
    }
  }

  private void list(String indent, String key, Collection<?> values) {
    List<String> texts = values.stream().map(Objects::toString).toList();
    line(indent + key + ":" + YamlText.list(texts, indent + "  "));
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  /** Lines of a comment; longer ones go on in the next line, an empty one is an empty line. */
  private void comment(String indent, String... lines) {
    for (String text : lines) {
      if (text.isEmpty()) {
        out.append('\n');
        continue;
      }
      String rest = text;
      while (rest.length() > WIDTH) {
        int end = rest.lastIndexOf(' ', WIDTH);
        end = end <= 0 ? WIDTH : end;
        line(indent + "# " + rest.substring(0, end));
        rest = rest.substring(end).strip();
      }
      line(indent + "# " + rest);
    }
  }
}
