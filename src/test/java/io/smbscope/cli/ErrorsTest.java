package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import io.smbscope.capture.CaptureFiles;
import io.smbscope.capture.PcapWriter;
import io.smbscope.cli.Program.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is said in one line, with an exit status that tells whose fault it is. */
class ErrorsTest {
  private static final String SAMPLE = Samples.of("smb311.pcap").toString();

  @TempDir private Path folder;

  private String path;

  @BeforeEach
  void name() {
    path = folder.resolve("input").toString();
  }

  @Test
  void noSuchFile() {
    fails(Program.WRONG_USAGE, path + ": no such file", "analyze", path);
  }

  @Test
  void aDirectory() {
    fails(Program.WRONG_USAGE, folder + ": is a directory", "analyze", folder.toString());
  }

  @Test
  void noPermission() throws IOException {
    Path file = Files.copy(Path.of(SAMPLE), Path.of(path));
    assumeThat(file.getFileSystem().supportedFileAttributeViews())
        .as("no permissions here")
        .contains("posix");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    assumeThat(Files.isReadable(file)).as("root may read everything").isFalse();
    fails(Program.WRONG_USAGE, path + ": permission denied", "analyze", path);
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.createFile(Path.of(path));
    fails(Program.UNREADABLE, path + ": empty", "analyze", path);
  }

  @Test
  void aTextFile() throws IOException {
    Files.writeString(Path.of(path), "A text of more octets than a header has.\n");
    fails(Program.UNREADABLE, path + ": not a capture", "analyze", path);
  }

  @Test
  void anUnknownLinkType() throws IOException {
    int wireless = 105;
    new PcapWriter(wireless).add(1, new byte[60]).add(2, new byte[60]).writeTo(Path.of(path));
    Result result = Program.run("analyze", path);
    assertThat(result.status()).isEqualTo(Program.UNREADABLE);
    assertThat(result.errLines())
        .containsExactly("smbscope: unknown link type 105: 2 packets not read");
  }

  @Test
  void aFileCutOffIsReadUpToThere() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(SAMPLE));
    Files.write(Path.of(path), Arrays.copyOf(whole, whole.length - 1));
    int packets = Samples.frames(whole).size();
    Result result = Program.json(List.of(Path.of(path)));
    assertThat(result.status()).isEqualTo(Program.UNREADABLE);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.errText()).startsWith("smbscope: " + path).contains("packet " + packets);
    assertThat(result.outLines()).anyMatch(line -> line.contains("\"type\":\"tree\""));
    assertThat(result.capture()).contains("\"packets\":" + (packets - 1)).contains(path);
  }

  @Test
  void theOtherInputsAreReadAllTheSame() {
    Result alone = Program.json(List.of(Path.of(SAMPLE)));
    Result result = Program.json(List.of(Path.of(path), Path.of(SAMPLE)));
    assertThat(result.status()).isEqualTo(Program.WRONG_USAGE);
    assertThat(result.errLines()).containsExactly("smbscope: " + path + ": no such file");
    assertThat(result.events()).isEqualTo(alone.events());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --treads 2         | Unknown option: '--treads'
          --threads 0        | --threads takes a number from 1 on, not 0
          --threads many     | 'many' is not an int
          --ports smb        | 'smb' is not an int
          --ports 445,70000  | 70000
          --ports 0          | 0
          --progress often   | expected one of [auto, always, never]
          --json             | --json
          """)
  void wrongOptions(String options, String complaint) {
    String[] arguments = ("analyze " + SAMPLE + " " + options).split(" ");
    fails(Program.WRONG_USAGE, complaint, arguments);
  }

  @Test
  void anUnknownCommand() {
    fails(Program.WRONG_USAGE, "analyse", "analyse", SAMPLE);
  }

  @Test
  void analyzeWithoutCapture() {
    fails(Program.WRONG_USAGE, "CAPTURE", "analyze");
  }

  @Test
  void aFolderThatIsNotThere() {
    String json = folder.resolve("none").resolve("out.json").toString();
    fails(
        Program.WRONG_USAGE,
        "cannot write " + json + ": no such folder",
        "analyze",
        "--json",
        json,
        SAMPLE);
  }

  @Test
  void aFolderInPlaceOfAnOutputFile() {
    fails(
        Program.WRONG_USAGE,
        "cannot write " + folder + ": is a directory",
        "analyze",
        "--json",
        folder.toString(),
        SAMPLE);
  }

  @Test
  void anOutputOntoItsInput() throws IOException {
    Path copy = folder.resolve("copy.pcap");
    Files.copy(Path.of(SAMPLE), copy);
    byte[] before = Files.readAllBytes(copy);
    String capture = copy.toString();
    fails(Program.WRONG_USAGE, capture + " is an input", "analyze", "--json", capture, capture);
    assertThat(copy).hasBinaryContent(before);
  }

  @Test
  void aFileInPlaceOfTheFolderOfLogs() throws IOException {
    Path file = Files.createFile(folder.resolve("logs"));
    String complaint = "cannot write into " + file + ": not a folder";
    fails(Program.WRONG_USAGE, complaint, "analyze", "--zeek", file.toString(), SAMPLE);
  }

  @Test
  void twoOutputsIntoOneFile() {
    String out = folder.resolve("out.json").toString();
    String[] arguments = {"analyze", "--json", out, "--ecs", out, SAMPLE};
    fails(Program.WRONG_USAGE, "two outputs go to " + out, arguments);
  }

  @Test
  void aWrongFilter() {
    assumeThatCode(() -> CaptureFiles.filtered(List.of(), "").close())
        .as("libpcap is not installed")
        .doesNotThrowAnyException();
    fails(Program.WRONG_USAGE, "filter 'prot smb'", "analyze", "--filter", "prot smb", SAMPLE);
  }

  /** In a process of its own: whether libpcap is there is decided once in each. */
  @Test
  void aFilterWithoutLibpcap() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.pcap4j.core.pcapLibName=no-such-library",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "analyze",
                "--filter",
                "arp",
                SAMPLE)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output.lines()).hasSize(1);
    assertThat(output).startsWith("smbscope: --filter needs libpcap").contains("libpcap0.8");
    assertThat(process.waitFor()).isEqualTo(Program.WRONG_USAGE);
  }

  @Test
  void whatCannotBeFollowed() {
    fails(Program.WRONG_USAGE, "--follow", "analyze", "--follow", "-");
    fails(Program.WRONG_USAGE, "--follow", "analyze", "--follow", "--filter", "arp", SAMPLE);
  }

  @Test
  void controlCharactersInNamesOfInputsDoNotReachTheTerminal() {
    String name = folder.resolve("red\u001b[31m\nsecond line").toString();
    Result result = Program.run("analyze", name);
    assertThat(result.status()).isEqualTo(Program.WRONG_USAGE);
    assertThat(result.errLines()).hasSize(1);
    Ordeal.checkText(result.errText());
  }

  @Test
  void helpTeachesByExample() {
    Result nothing = Program.run();
    assertThat(nothing.status()).isEqualTo(Program.WRONG_USAGE);
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.errText()).contains("Examples:").contains("smbscope analyze capture.pcap");
    for (Result help : List.of(Program.run("--help"), Program.run("analyze", "--help"))) {
      assertThat(help.status()).isEqualTo(Program.DONE);
      assertThat(help.err()).isEmpty();
      assertThat(help.outText()).contains("Examples:").contains("smbscope analyze --json -");
    }
  }

  @Test
  void version() {
    Result result = Program.run("--version");
    assertThat(result.status()).isEqualTo(Program.DONE);
    assertThat(result.outText()).startsWith("smbscope ");
  }

  private static void fails(int status, String complaint, String... arguments) {
    Result result = Program.run(arguments);
    assertThat(result.errLines()).as("%s", Arrays.toString(arguments)).hasSize(1);
    assertThat(result.errText()).startsWith("smbscope: ").contains(complaint);
    assertThat(result.status()).isEqualTo(status);
    assertThat(new String(result.out(), StandardCharsets.UTF_8)).isEmpty();
  }
}
