package io.smbscope.detect.config;

import io.smbscope.detect.Networks;
import io.smbscope.detect.Networks.Network;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Settings.Tuning;
import io.smbscope.detect.Suppression;
import io.smbscope.detect.baseline.Baseline;
import io.smbscope.detect.baseline.BaselineFile;
import io.smbscope.detect.policy.AccessList;
import io.smbscope.detect.policy.Decoys;
import io.smbscope.detect.policy.Inventory;
import io.smbscope.detect.policy.PathPattern;
import io.smbscope.detect.policy.Policy;
import io.smbscope.detect.policy.SensitivePaths;
import io.smbscope.event.Severity;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code smbscope.yaml}: how a user tuned the detections. {@link ConfigText} writes it. */
public final class ConfigFile {
  static final List<String> KEYS =
      List.of(
          "home-net",
          "zones",
          "inventory",
          "block",
          "allow",
          "sensitive",
          "decoys",
          "baseline",
          "suppressions",
          "detections");

  private final Path file;

  /** By their ids, in the order of the catalog. */
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private ConfigFile(Path file, List<Rule> rules) {
    this.file = file;
    rules.forEach(rule -> this.rules.put(rule.id(), rule));
  }

  /**
   * Reads a file, and those that it names, which are beside it unless their paths are absolute.
   *
   * @param rules all there are
   * @throws IllegalArgumentException one cannot be read, or something is wrong; says where and what
   */
  public static Settings read(Path file, List<Rule> rules) {
    return new ConfigFile(file, rules).settings(TextFile.read(file));
  }

  private Settings settings(String text) {
    YamlValue root = YamlValue.of(file.toString(), text);
    if (root == null) {
      return Settings.DEFAULT;
    }
    Map<String, YamlValue> keys = root.keys(KEYS);
    Settings settings = Settings.DEFAULT;
    YamlValue home = keys.get("home-net");
    YamlValue suppressed = keys.get("suppressions");
    YamlValue tuned = keys.get("detections");
    return new Settings(
        tuned == null ? settings.rules() : tunings(tuned),
        home == null ? settings.networks() : new Networks(home.items(Network::of)),
        suppressed == null
            ? settings.suppressions()
            : suppressed.items().stream().map(this::suppression).toList(),
        policy(keys));
  }

  private Policy policy(Map<String, YamlValue> keys) {
    Policy usual = Policy.DEFAULT;
    YamlValue zones = keys.get("zones");
    YamlValue sensitive = keys.get("sensitive");
    YamlValue decoys = keys.get("decoys");
    return new Policy(
        zones == null ? usual.zones() : ZonesReader.zones(zones),
        inventory(keys.get("inventory")),
        list(keys.get("block")),
        list(keys.get("allow")),
        sensitive == null ? usual.sensitive() : sensitive(sensitive),
        decoys == null ? usual.decoys() : decoys(decoys),
        baseline(keys.get("baseline")));
  }

  private Inventory inventory(YamlValue value) {
    return value == null ? Inventory.NONE : InventoryFile.read(value.made(this::beside));
  }

  private Baseline baseline(YamlValue value) {
    return value == null ? Baseline.NONE : BaselineFile.read(value.made(this::beside));
  }

  private Path beside(String name) {
    return file.resolveSibling(name);
  }

  private static AccessList list(YamlValue value) {
    if (value == null) {
      return AccessList.NONE;
    }
    Map<String, YamlValue> keys = value.keys("addresses", "users");
    YamlValue addresses = keys.get("addresses");
    return new AccessList(
        addresses == null ? List.of() : addresses.items(Network::of), texts(keys.get("users")));
  }

  private static List<String> texts(YamlValue value) {
    return value == null ? List.of() : value.items(text -> text);
  }

  private static List<PathPattern> patterns(YamlValue value) {
    return value == null ? List.of() : value.items(PathPattern::new);
  }

  private static List<SensitivePaths> sensitive(YamlValue value) {
    List<SensitivePaths> kinds = new ArrayList<>();
    value
        .entries()
        .forEach(
            (name, kind) -> {
              Map<String, YamlValue> keys = kind.keys("paths", "reads", "users");
              if (!keys.containsKey("paths")) {
                throw name.wrong("'" + name.text() + "' has no paths");
              }
              YamlValue reads = keys.get("reads");
              kinds.add(
                  new SensitivePaths(
                      name.text(),
                      patterns(keys.get("paths")),
                      reads == null || reads.flag(),
                      texts(keys.get("users"))));
            });
    return kinds;
  }

  private static Decoys decoys(YamlValue value) {
    Map<String, YamlValue> keys = value.keys("paths", "shares", "users");
    return new Decoys(
        patterns(keys.get("paths")), texts(keys.get("shares")), texts(keys.get("users")));
  }

  private Suppression suppression(YamlValue value) {
    Map<String, YamlValue> keys =
        value.keys("rule", "client", "server", "user", "share", "reason", "until");
    if (!keys.containsKey("reason")) {
      throw value.wrong("a suppression needs a reason");
    }
    if (keys.keySet().stream().allMatch(key -> key.equals("reason") || key.equals("until"))) {
      throw value.wrong("a suppression needs one of rule, client, server, user, share");
    }
    YamlValue until = keys.get("until");
    return new Suppression(
        keys.containsKey("rule") ? known(keys.get("rule")) : null,
        address(keys.get("client")),
        address(keys.get("server")),
        text(keys.get("user")),
        text(keys.get("share")),
        text(keys.get("reason")),
        until == null ? null : until.made(ConfigFile::until));
  }

  private static String text(YamlValue value) {
    return value == null ? null : value.text();
  }

  private static String address(YamlValue value) {
    return value == null ? null : value.made(Network::of).toString();
  }

  private String known(YamlValue value) {
    String id = value.text();
    if (!rules.containsKey(id)) {
      throw value.wrong("unknown rule '" + id + "' (smbscope config lists all)");
    }
    return id;
  }

  /** A day counts to its end, in UTC. */
  private static Instant until(String text) {
    try {
      return text.indexOf('T') >= 0
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no date as 2027-01-31: '" + text + "'", e);
    }
  }

  private Map<String, Tuning> tunings(YamlValue value) {
    Map<String, Tuning> tunings = new HashMap<>();
    value.keys(rules.keySet()).forEach((id, tuned) -> tunings.put(id, tuning(id, tuned)));
    return Map.copyOf(tunings);
  }

  private Tuning tuning(String id, YamlValue value) {
    Rule rule = rules.get(id);
    List<String> known = new ArrayList<>(List.of("enabled", "severity"));
    known.addAll(rule.numbers().keySet());
    Map<String, YamlValue> keys = value.keys(known);
    YamlValue enabled = keys.get("enabled");
    YamlValue severity = keys.get("severity");
    Map<String, Long> numbers = new HashMap<>();
    for (String name : rule.numbers().keySet()) {
      if (keys.containsKey(name)) {
        numbers.put(name, keys.get(name).number(0, Long.MAX_VALUE));
      }
    }
    return new Tuning(
        enabled == null || enabled.flag(),
        severity == null || severity.text().equals(ConfigText.AS_IT_COMES)
            ? null
            : severity.choice(Severity.class),
        Map.copyOf(numbers));
  }
}
