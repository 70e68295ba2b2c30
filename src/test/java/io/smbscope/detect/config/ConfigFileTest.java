package io.smbscope.detect.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smbscope.detect.Catalog;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Suppression;
import io.smbscope.detect.policy.Role;
import io.smbscope.detect.policy.Zones.Pair;
import io.smbscope.event.Confidence;
import io.smbscope.event.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
  private static final List<Rule> RULES =
      List.of(
          rule("guest-session"), rule("bruteforce-user").with("failures", 10).with("seconds", 300));

  @TempDir private Path folder;

  private static Rule rule(String id) {
    return Rule.of(id, "Title", Severity.MEDIUM, Confidence.HIGH, "", "It is seen.", "Do it.");
  }

  private Settings read(String... lines) throws IOException {
    Path file = folder.resolve("smbscope.yaml");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return ConfigFile.read(file, RULES);
  }

  /** Lines are joined by {@code ~}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '"',
      value = {
        "treshold: 1 @ 1:1: unknown key 'treshold' (known: home-net, zones, inventory, block, allow,"
            + " sensitive, decoys, baseline, suppressions, detections)",
        "# a~~home-net: [10.0.0.0/8, ten] @ 3:24: no network: ten (wanted as 10.0.0.0/8)",
        "home-net: {a: b} @ 1:11: a list is wanted here, as [one, two], not keys with values",
        "home-net: [10.0.0.0/33] @ 1:12: no prefix from 0 to 32: 10.0.0.0/33",
        "home-net: [a~zones: {} @ 2:6: expected ',' or ']', but got :",
        "home-net: []~home-net: [] @ 2:1: 'home-net' is there twice",
        "- a @ 1:1: keys with values are wanted here, not a list",
        "hello @ 1:1: keys with values are wanted here, not 'hello'",
        "detections:~  bruteforce-user:~    treshold: 5 @ 3:5: unknown key 'treshold' (known: enabled,"
            + " severity, failures, seconds)",
        "detections:~  bruteforce-user:~    failures: many @ 3:15: a whole number from 0 on is wanted"
            + " here, not 'many'",
        "detections:~  bruteforce-user: {failures: -1} @ 2:31: a whole number from 0 on is wanted here,"
            + " not '-1'",
        "detections:~  bruteforce-users: {} @ 2:3: unknown key 'bruteforce-users' (known: guest-session,"
            + " bruteforce-user)",
        "detections:~  guest-session: {enabled: maybe} @ 2:28: true or false is wanted here, not 'maybe'",
        "detections:~  guest-session: {severity: bad} @ 2:29: one of info, low, medium, high, critical is"
            + " wanted here, not 'bad'",
        "zones:~  any: {vlans: [1]} @ 2:3: 'any' stands for all zones, none can have that name",
        "zones:~  a: {reaches: [b]} @ 2:3: zone 'a' needs subnets or vlans",
        "zones:~  a: {vlans: [1], reaches: [b]} @ 2:29: no zone 'b'",
        "zones:~  a: {vlans: [4095]} @ 2:15: a whole number from 1 to 4094 is wanted here, not '4095'",
        "zones:~  a: {vlans: [1]}~  a: {vlans: [2]} @ 3:3: 'a' is there twice",
        "sensitive:~  plans: {users: [a]} @ 2:3: 'plans' has no paths",
        "sensitive:~  plans: {paths: ['*']} @ 2:19: no pattern of a path: '*'",
        "decoys:~  shares: [[a]] @ 2:12: a text is wanted here, not a list",
        "suppressions:~  - rule: guest-session @ 2:5: a suppression needs a reason",
        "suppressions:~  - reason: so it is @ 2:5: a suppression needs one of rule, client, server, user,"
            + " share",
        "suppressions:~  - {rule: guest, reason: a} @ 2:12: unknown rule 'guest' (smbscope config lists"
            + " all)",
        "suppressions:~  - {user: a, reason: a, until: soon} @ 2:33: no date as 2027-01-31: 'soon'",
        "suppressions:~  - {client: here, reason: a} @ 2:14: no network: here (wanted as 10.0.0.0/8)",
      })
  void saysWhereAndWhat(String lines, String error) {
    assertThatThrownBy(() -> read(lines.split("~")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder.resolve("smbscope.yaml") + ":" + error);
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> read("inventory: hosts.csv"))
        .hasMessage(folder.resolve("hosts.csv") + ": no such file");
    assertThatThrownBy(() -> ConfigFile.read(folder.resolve("none.yaml"), RULES))
        .hasMessage(folder.resolve("none.yaml") + ": no such file");
    assertThatThrownBy(() -> ConfigFile.read(folder, RULES))
        .hasMessage(folder + ": is a directory");
  }

  @Test
  void whatRefersToItselfIsRefused() {
    assertThatThrownBy(() -> read("home-net: &a [*a]"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> read("zones: &a", "  x: *a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsAsItComes() throws IOException {
    assertThat(read("# only a comment")).isEqualTo(Settings.DEFAULT);
    assertThat(read("zones:", "inventory:", "suppressions:").rules()).isEmpty();
  }

  @Test
  void detections() throws IOException {
    Settings settings =
        read(
            "detections:",
            "  guest-session: {enabled: false}",
            "  bruteforce-user:",
            "    severity: critical",
            "    failures: 5");

    assertThat(settings.enabled(RULES.get(0))).isFalse();
    assertThat(settings.enabled(RULES.get(1))).isTrue();
    assertThat(settings.rules().get("bruteforce-user").severity()).isEqualTo(Severity.CRITICAL);
    assertThat(settings.number(RULES.get(1), "failures")).isEqualTo(5);
    assertThat(settings.number(RULES.get(1), "seconds")).isEqualTo(300);
  }

  @Test
  void network() throws IOException {
    Files.writeString(
        folder.resolve("hosts.csv"), "name,role,address\nDC1,domain controller,10.2.0.7\n");
    Settings settings =
        read(
            "home-net: [10.2.0.0/16, fd00::/8]",
            "inventory: hosts.csv",
            "zones:",
            "  office: {subnets: [10.1.0.0/16], vlans: [10, 11], reaches: [servers, any]}",
            "  servers: {subnets: 10.2.0.0/16}",
            "block: {addresses: [10.9.0.0/16], users: [guest]}",
            "decoys: {paths: ['bait\\*'], shares: [bait], users: [bait]}");

    assertThat(settings.networks().inside("10.2.3.4")).isTrue();
    assertThat(settings.networks().inside("10.3.3.4")).isFalse();
    assertThat(settings.policy().inventory().byAddress("10.2.0.7").role())
        .isEqualTo(Role.DOMAIN_CONTROLLER);
    assertThat(settings.policy().zones().allowed())
        .containsExactlyInAnyOrder(new Pair("office", "servers"), new Pair("office", "any"));
    assertThat(settings.policy().block().hasAddress("10.9.8.7")).isTrue();
    assertThat(settings.policy().block().hasUser("X\\guest")).isTrue();
    assertThat(settings.policy().decoys().hasShare("\\\\a\\bait")).isTrue();
    assertThat(settings.policy().sensitive()).isEqualTo(Settings.DEFAULT.policy().sensitive());
  }

  @Test
  void suppressions() throws IOException {
    Settings settings =
        read(
            "suppressions:",
            "  - {rule: guest-session, client: 10.0.0.0/8, reason: known, until: 2027-01-31}",
            "  - {user: LAB\\scan, reason: known, until: 2027-01-31T12:00:00Z}");

    assertThat(settings.suppressions())
        .containsExactly(
            new Suppression(
                "guest-session",
                "10.0.0.0/8",
                null,
                null,
                null,
                "known",
                Instant.parse("2027-02-01T00:00:00Z")),
            new Suppression(
                null,
                null,
                null,
                "LAB\\scan",
                null,
                "known",
                Instant.parse("2027-01-31T12:00:00Z")));
  }

  @Test
  void whatIsPrintedReadsTheSame() throws IOException {
    Files.writeString(folder.resolve("hosts.csv"), "mac\n00:11:22:33:44:55\n");
    Settings settings =
        read(
            "home-net: [10.2.0.0/16, 'fd00::/8', '::1', 2001:db8::1:0:0:1]",
            "inventory: hosts.csv",
            "zones:",
            "  'on': {subnets: [10.1.0.0/16], vlans: [11, 10], reaches: [any]}",
            "allow: {addresses: [10.9.0.0/16], users: ['LAB\\o''neill', \"a\\nb\"]}",
            "sensitive: {'x: y': {paths: ['a\\*', '#b'], reads: false, users: [me]}}",
            "decoys: {paths: ['bait\\*'], shares: [bait$], users: [bait]}",
            "suppressions:",
            "  - {share: 'x', server: 10.0.0.1, reason: 'known: so', until: 2027-01-31}",
            "detections: {bruteforce-user: {enabled: false, severity: low, seconds: 60}}");
    String printed = ConfigText.of(settings, RULES);
    Files.createDirectory(folder.resolve("elsewhere"));
    Path again = folder.resolve("elsewhere/again.yaml");
    Files.writeString(again, printed);
    Settings reread = ConfigFile.read(again, RULES);

    assertThat(ConfigText.of(reread, RULES)).isEqualTo(printed);
    assertThat(reread.suppressions()).isEqualTo(settings.suppressions());
    assertThat(reread.policy().zones().allowed()).isEqualTo(settings.policy().zones().allowed());
    assertThat(reread.policy().allow().users()).containsExactly("LAB\\o'neill", "a\nb");
    assertThat(reread.enabled(RULES.get(1))).isFalse();
    assertThat(reread.number(RULES.get(1), "seconds")).isEqualTo(60);
    assertThat(printed)
        .contains("'fd00::/8', '::1'", "vlans: [10, 11]", "2001:db8::1:0:0:1", "hosts.csv");
  }

  @Test
  void eachDetectionHasItsOwnId() {
    assertThat(Catalog.rules()).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(Catalog.rules())
        .allSatisfy(
            rule -> assertThat(rule.numbers().keySet()).doesNotContain("enabled", "severity"));
  }
}
