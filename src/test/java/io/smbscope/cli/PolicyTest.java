package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.InProcess.Run;
import io.smbscope.cli.Samples.Frame;
import io.smbscope.detect.Settings;
import io.smbscope.detect.policy.Policy;
import io.smbscope.detect.sigma.SigmaRules;
import io.smbscope.event.FindingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users say of their network, from their files to findings in captures. */
class PolicyTest {
  private static final String SAMPLE = Samples.of("smb311.pcap").toString();

  /** Of the 802.1Q id in a frame with one tag. */
  private static final int VLAN = 15;

  @TempDir private Path folder;

  private Path config;

  @BeforeEach
  void name() {
    config = folder.resolve("smbscope.yaml");
  }

  private List<String> ids(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options));
    CommandSettings settings = new CommandSettings(arguments);
    return Detected.in(settings.read(), Path.of(SAMPLE)).stream().map(FindingEvent::id).toList();
  }

  /** Settings as the command line makes them. */
  private record CommandSettings(List<String> arguments) {
    Settings read() {
      picocli.CommandLine.Model.CommandSpec spec =
          picocli.CommandLine.Model.CommandSpec.create().name("test");
      SettingsOptions.addTo(spec);
      return SettingsOptions.of(
              new picocli.CommandLine(spec).parseArgs(arguments.toArray(String[]::new)))
          .settings(SigmaRules.NONE);
    }
  }

  @Test
  void whatIsPrintedCanBeRead() throws IOException {
    Run printed = InProcess.run("config");
    assertThat(printed.status()).isZero();
    Files.writeString(config, printed.out());

    Run again = InProcess.run("config", "--config", config.toString());
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).isEqualTo(printed.out());
  }

  @Test
  void errorsAreSaidBeforeAnythingIsRead() throws IOException {
    Files.writeString(config, "detections:\n  guest-session:\n    enabeld: true\n");
    Path eve = folder.resolve("eve.json");
    Run run =
        InProcess.run("analyze", "--config", config.toString(), "--eve", eve.toString(), SAMPLE);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().strip())
        .isEqualTo(
            "smbscope: " + config + ":3:5: unknown key 'enabeld' (known: enabled, severity)");
    assertThat(eve).doesNotExist();
  }

  @Test
  void optionsSayWhichIsWrong() {
    assertThat(InProcess.run("config", "--home-net", "10.0.0.0/8,ten").err())
        .contains("--home-net: no network: ten");
    assertThat(InProcess.run("analyze", "--inventory", "none.csv", SAMPLE).err())
        .contains("none.csv: no such file");
    assertThat(InProcess.run("analyze", "--learn", "-", SAMPLE).err()).contains("--learn");
    assertThat(InProcess.run("analyze", "--learn", SAMPLE, SAMPLE).status()).isEqualTo(2);
  }

  @Test
  void optionsGoBeforeTheConfiguration() throws IOException {
    Files.writeString(config, "home-net: [10.0.0.0/8]\n");
    Run run =
        InProcess.run(
            "config", "--config", config.toString(), "--home-net", "192.168.0.0/16,fd00::/8");

    assertThat(run.out()).contains("home-net: [192.168.0.0/16, 'fd00::/8']");
  }

  @Test
  void whatWasLearnedIsNormal() throws Exception {
    Path normal = folder.resolve("normal.yaml");
    assertThat(InProcess.run("analyze", "--learn", normal.toString(), SAMPLE).status()).isZero();

    assertThat(ids("--baseline", normal.toString())).noneMatch(id -> id.startsWith("baseline"));

    Files.writeString(
        normal,
        Files.readString(normal).replace("'LABWG\\alice'", "bob").replace("share]", "other]"));
    assertThat(ids("--baseline", normal.toString()))
        .contains("baseline-new-user", "baseline-new-share");
  }

  @Test
  void hostsOfTheInventoryAreKnown() throws Exception {
    Path hosts = folder.resolve("hosts.csv");
    Files.writeString(hosts, "mac,name\n02:00:00:00:07:01,FILESRV\n02-00-00-00-07-02,CLIENT1\n");
    assertThat(ids("--inventory", hosts.toString())).doesNotContain("unknown-mac", "unknown-host");

    Files.writeString(hosts, "mac,name\n02:00:00:00:07:01,FILESRV\n");
    assertThat(ids("--inventory", hosts.toString())).contains("unknown-mac");
  }

  @Test
  void suppressedAndDisabledIsNotTold() throws Exception {
    Files.writeString(config, "block: {addresses: [10.7.0.2]}\n");
    assertThat(ids("--config", config.toString())).contains("smb-blocked");

    Files.writeString(
        config,
        """
        block: {addresses: [10.7.0.2]}
        suppressions: [{rule: smb-blocked, client: 10.7.0.0/24, reason: known}]
        """);
    assertThat(ids("--config", config.toString())).doesNotContain("smb-blocked");

    Files.writeString(
        config, "block: {addresses: [10.7.0.2]}\ndetections: {smb-blocked: {enabled: false}}\n");
    assertThat(ids("--config", config.toString())).doesNotContain("smb-blocked");
  }

  @Test
  void zonesByVlan() throws Exception {
    Files.writeString(config, "zones:\n  office: {vlans: [7]}\n  servers: {vlans: [8]}\n");
    assertThat(findings(routed(), config)).contains("smb-zone-crossing");
    assertThat(findings(Samples.of("vlan.pcap"), config)).doesNotContain("smb-zone-crossing");

    Files.writeString(
        config, "zones:\n  office: {vlans: [7], reaches: [servers]}\n  servers: {vlans: [8]}\n");
    assertThat(findings(routed(), config)).doesNotContain("smb-zone-crossing");
  }

  /** As a trunk shows it: what the server sends is in another VLAN. */
  private Path routed() throws IOException {
    List<Frame> frames = Samples.frames(Samples.of("vlan.pcap"));
    for (Frame frame : frames) {
      boolean fromServer = frame.octets()[11] == 1;
      if (fromServer) {
        frame.octets()[VLAN] = 8;
      }
    }
    Path file = folder.resolve("routed.pcap");
    Files.write(file, Samples.pcap(frames));
    return file;
  }

  private static List<String> findings(Path capture, Path config) throws Exception {
    Settings settings = new CommandSettings(List.of("--config", config.toString())).read();
    return Detected.in(settings, capture).stream().map(FindingEvent::id).toList();
  }

  @Test
  void theAccessMapIsWrittenInPlaceOfTheSummary() {
    Run run = InProcess.run("analyze", "--access", "-", SAMPLE);

    assertThat(run.out().lines()).allMatch(line -> line.startsWith("{\"type\":\"access\""));
    assertThat(run.out()).contains("\"file\":\"reports\\\\plan.txt\"");
  }

  @Test
  void asItComesOnlySensitivePathsAreSet() {
    assertThat(new CommandSettings(List.of()).read().policy()).isEqualTo(Policy.DEFAULT);
  }
}
