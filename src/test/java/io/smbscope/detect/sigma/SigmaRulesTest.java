package io.smbscope.detect.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders of rules, and what rules in them say of one another. */
class SigmaRulesTest {
  private static final String NAMED_A = Rules.rule("smb_files", "s: {name: a}\ncondition: s");

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> ids(Path... paths) throws SigmaErrors {
    return SigmaRules.load(List.of(paths)).rules().stream().map(Rule::id).sorted().toList();
  }

  private static Event open(String name) {
    return new AFile().name(name).begun();
  }

  @Test
  void foldersAreReadWholly() throws Exception {
    write("one.yml", NAMED_A.replace("id: test", "id: one"));
    write("deep/er/two.yaml", NAMED_A.replace("id: test\n", ""));
    write("three.txt", "no rule");
    write(".github/four.yml", "no: rule");
    assertThat(ids(folder)).containsExactly("sigma:one", "sigma:two");
    assertThat(ids(folder, folder.resolve("one.yml"))).as("once").hasSize(2);
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    Path latin = folder.resolve("latin.yml");
    Files.write(latin, "title: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path none = folder.resolve("none.yml");
    assertThatThrownBy(() -> SigmaRules.load(List.of(latin, empty, none)))
        .isInstanceOfSatisfying(
            SigmaErrors.class,
            e ->
                assertThat(e.lines())
                    .containsExactly(
                        latin + ":1: not UTF-8",
                        empty + ": holds no *.yml and no *.yaml",
                        none + ": no such file or folder"));
  }

  @Test
  void rulesForOtherLogsAreCounted() throws Exception {
    write("ours.yml", NAMED_A);
    String windows =
        """
        title: W
        id: w
        logsource: {product: windows, service: ntlm}
        detection: {s: {EventID: 5}, condition: s}
        """;
    write("windows.yml", windows);
    write("windows2.yml", windows.replace("id: w", "id: w2"));
    write("http.yml", windows.replace("windows, service: ntlm", "zeek, service: http"));
    write("any.yml", windows.replace("product: windows, service: ntlm", "category: dns"));
    write(
        "correlation.yml",
        """
        title: C
        id: c
        correlation:
          type: event_count
          rules: [w]
          timespan: 1m
          group-by: [User]
          condition: {gte: 2}
        """);
    SigmaRules rules = SigmaRules.load(List.of(folder));
    assertThat(rules.rules()).hasSize(1);
    assertThat(rules.others())
        .containsEntry("windows/ntlm", 2)
        .containsEntry("zeek/http", 1)
        .containsEntry("dns", 1)
        .containsEntry("correlation", 1);
  }

  @Test
  void anIdInTwoFilesIsRefused() throws Exception {
    write("one.yml", NAMED_A);
    write("two.yml", NAMED_A);
    assertThatThrownBy(() -> SigmaRules.load(List.of(folder)))
        .hasMessageContaining("two.yml:1: its id is also that of")
        .hasMessageContaining("one.yml:1");
  }

  @Test
  void olderCollections() throws Exception {
    String collection =
        """
        action: global
        title: Global
        level: high
        logsource: {product: zeek}
        detection:
          condition: s
        ---
        logsource: {service: smb_files}
        detection:
          s: {name: a}
        ---
        action: repeat
        detection:
          s: {name: b}
        ---
        action: reset
        ---
        title: Alone
        logsource: {product: zeek, service: smb_files}
        detection:
          s: {name: c}
          condition: s
        """;
    Path file = write("old.yml", collection);
    Trial trial = new Trial(Settings.DEFAULT, SigmaRules.load(List.of(file)));
    trial.see(open("a"), open("b"), open("c"));
    assertThat(trial.raised("sigma:old")).hasSize(1);
    assertThat(trial.raised("sigma:old#2")).hasSize(1);
    assertThat(trial.raised("sigma:old#3"))
        .singleElement()
        .extracting(finding -> finding.title())
        .isEqualTo("Alone");
  }

  @Test
  void filtersNarrowTheRulesThatTheyName() throws Exception {
    write("rule.yml", Rules.rule("smb_files", "s: {'name|startswith': a}\ncondition: s"));
    String filter =
        """
        title: Known
        logsource: {product: zeek, service: smb_files}
        filter:
          rules: [test]
          known: {name: abc}
          condition: not known
        """;
    for (String rules : List.of("[test]", "any", "test")) {
      write("filter.yml", filter.replace("[test]", rules));
      Trial trial = new Trial(Settings.DEFAULT, SigmaRules.load(List.of(folder)));
      assertThat(trial.see(open("abc")).raised("sigma:test")).isEmpty();
      assertThat(trial.see(open("abd")).raised("sigma:test")).hasSize(1);
    }
    write("filter.yml", filter.replace("[test]", "[nobody]"));
    assertThatThrownBy(() -> SigmaRules.load(List.of(folder)))
        .hasMessageContaining("filter.yml:4: there is no rule `nobody`");
  }

  @Test
  void commandsAreOnlyToldWhenARuleAsksForThem() throws Exception {
    assertThat(Rules.load(NAMED_A).everyCommand()).isFalse();
    String rule = Rules.rule("smb_cmd", "s: {command: IOCTL}\ncondition: s");
    assertThat(Rules.load(rule).everyCommand()).isTrue();
  }
}
