package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyCaptureTest {
  /** A pcap file without a packet. */
  private static final byte[] HEADER =
      HexFormat.of().parseHex("d4c3b2a1020004000000000000000000ffff000001000000");

  @TempDir private Path folder;

  @Test
  void allOutputsCanDoWithoutPackets() throws Exception {
    Path capture = Files.write(folder.resolve("empty.pcap"), HEADER);
    Path eve = folder.resolve("eve.json");
    Path ecs = folder.resolve("ecs.json");
    Path json = folder.resolve("events.json");
    Program.Result result =
        Program.run(
            "analyze",
            capture.toString(),
            "--eve",
            eve.toString(),
            "--ecs",
            ecs.toString(),
            "--json",
            json.toString(),
            "--zeek",
            folder.resolve("zeek").toString());
    assertThat(result.errText()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(eve).isEmptyFile();
    assertThat(ecs).isEmptyFile();
    assertThat(Files.readString(json)).startsWith("{\"type\":\"capture\"").endsWith("}\n");
  }
}
