package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What {@code smbscope dissect} prints of a sample; values are tshark's. */
class DissectCommandTest {
  private static final String SAMPLE = Samples.of("smb311.pcap").toString();

  @Test
  void aLineAFrame() {
    Result result = Program.run("dissect", SAMPLE);
    assertThat(result.status()).isEqualTo(Program.DONE);
    assertThat(result.outLines().get(11))
        .contains("10.7.0.2 → 10.7.0.1", "SMB2 172 Tree Connect Request Tree: \\\\10.7.0.1\\IPC$");
  }

  @Test
  void theTreeHasMeaningsAndPlaces() {
    Result result = Program.run("dissect", "-V", "-x", "-Y", "frame.number == 12", SAMPLE);
    assertThat(result.outText())
        .contains("Command: Tree Connect (3)")
        .contains("[Frame Number: 12]")
        .containsPattern("Time to Live: 64 +\\{22}")
        .doesNotContain("[Frame Number: 13]");
  }

  @Test
  void asJson() {
    Result json = Program.run("dissect", "-T", "json", "-Y", "smb2.cmd == 3", SAMPLE);
    assertThat(json.outText())
        .startsWith("[")
        .contains("\"smb2.tree\": \"\\\\\\\\10.7.0.1\\\\IPC$\"");
    Result bulk = Program.run("dissect", "-T", "ek", "-e", "smb2.cmd", SAMPLE);
    assertThat(bulk.outText()).contains("\"smb2_cmd\":[\"3\"]");
  }

  @Test
  void fieldsAreListedAndDescribed() {
    assertThat(Program.run("dissect", "--list-fields").outLines())
        .contains("smb2.cmd", "smb.cmd", "nbns.name", "ntlmssp.auth.username", "dcerpc.opnum");
    assertThat(Program.run("dissect", "--describe", "smb2.flags.response").outText())
        .contains("FT_BOOLEAN", "MS-SMB2 2.2.1");
  }

  @Test
  void framesOfAnUnknownLinkTypeAreCounted() throws IOException {
    byte[] capture = Files.readAllBytes(Samples.of("smb311.pcap"));
    capture[20] = (byte) 147;
    Result result = Program.run(capture, "dissect", "-T", "fields", "-e", "frame.number", "-");
    assertThat(result.outLines()).hasSize(103);
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .endsWith("unknown link type 147: 103 packets not read");
    assertThat(result.status()).isEqualTo(Program.UNREADABLE);
  }

  @Test
  void mistakesAreOneLine() {
    fails("no such field: smb2.comand", "-T", "fields", "-e", "smb2.comand", SAMPLE);
    fails("-T jso: no such form", "-T", "jso", SAMPLE);
    fails("which capture?", "-V");
    fails("-T fields: which?", "-T", "fields", SAMPLE);
    fails("-V and -x are for text", "-V", "-T", "json", SAMPLE);
    Result filter = Program.run("dissect", "-Y", "smb2.cmd == 5 &&", SAMPLE);
    assertThat(filter.status()).isEqualTo(Program.WRONG_USAGE);
    assertThat(filter.errLines()).last().asString().endsWith("^");
  }

  private static void fails(String message, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "dissect";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Result result = Program.run(all);
    assertThat(result.status()).isEqualTo(Program.WRONG_USAGE);
    assertThat(result.errLines()).singleElement().asString().contains(message);
  }
}
