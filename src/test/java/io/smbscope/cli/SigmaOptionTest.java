package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.Program.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --sigma}. */
class SigmaOptionTest {
  private static final String CAPTURE = "sample-captures/smb311.pcap";

  private static final String RULE =
      """
      title: Fox
      id: fox
      logsource: {product: zeek, service: smb_cmd}
      detection:
        selection: {command: READ, referenced_file.name: fox.txt}
        condition: selection
      level: high
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aMatchIsAFinding() throws Exception {
    write("rule.yml", RULE);
    Result result = Program.run("analyze", "--json", "-", "--sigma", folder.toString(), CAPTURE);
    assertThat(result.status()).isEqualTo(Program.DONE);
    assertThat(result.outLines())
        .anyMatch(line -> line.contains("\"id\":\"sigma:fox\"") && line.contains("\"high\""));
    assertThat(result.errText()).isEmpty();
    assertThat(
            Program.run("analyze", "--fail-on", "high", "--sigma", folder.toString(), CAPTURE)
                .status())
        .isEqualTo(1);
  }

  @Test
  void whatCannotBeRunIsWrongUsage() throws Exception {
    Path file = write("rule.yml", RULE.replace("READ,", "READ, frame: 5,"));
    Result result = Program.run("analyze", "--sigma", file.toString(), CAPTURE);
    assertThat(result.status()).isEqualTo(Program.WRONG_USAGE);
    assertThat(result.outText()).isEmpty();
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .startsWith("smbscope: " + file + ":5: `smb_cmd` has no field `frame`");
  }

  @Test
  void rulesForOtherLogsAreSaid() throws Exception {
    Path file = write("rule.yml", RULE.replace("zeek, service: smb_cmd", "windows"));
    Result result = Program.run("analyze", "--sigma", file.toString(), CAPTURE);
    assertThat(result.status()).isEqualTo(Program.DONE);
    assertThat(result.errLines())
        .containsExactly("smbscope: 1 Sigma rule for other log sources not loaded: windows (1)");
  }

  @Test
  void rulesAreTunedAsOurs() throws Exception {
    Path rule = write("rule.yml", RULE);
    Path config = write("smbscope.yaml", "detections: {'sigma:fox': {severity: low}}\n");
    Result result =
        Program.run(
            "analyze",
            "--json",
            "-",
            "--config",
            config.toString(),
            "--sigma",
            rule.toString(),
            CAPTURE);
    assertThat(result.outLines())
        .anyMatch(line -> line.contains("\"id\":\"sigma:fox\"") && line.contains("\"low\""));
    assertThat(
            Program.run("config", "--config", config.toString(), "--sigma", rule.toString())
                .outText())
        .contains("sigma:fox");
  }
}
