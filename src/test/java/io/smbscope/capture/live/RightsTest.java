package io.smbscope.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each in a process of its own: rights do not come back. */
class RightsTest {
  private static final Path STATUS = Path.of("/proc/self/status");

  @Test
  void becomesAnotherUserForGood() throws Exception {
    assumeThat(STATUS).as("not Linux").exists();
    assumeThat(Files.getOwner(Path.of("/proc/self")).getName()).as("not root").isEqualTo("root");
    String said = drop("nobody");
    assertThat(said).contains("dropped");
    assertThat(said.lines().filter(line -> line.startsWith("Uid:")))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.matches("Uid:(\\t[1-9][0-9]*){4}"));
    assertThat(said.lines().filter(line -> line.startsWith("Gid:")))
        .allMatch(line -> line.matches("Gid:(\\t[1-9][0-9]*){4}"));
    assertThat(said.lines().filter(line -> line.matches("Cap(Prm|Eff|Amb):.*")))
        .allMatch(line -> line.endsWith("\t0000000000000000"));
  }

  @Test
  void saysWhenThereIsNoSuchUser() throws Exception {
    assertThat(drop("no-such-user-here")).contains("--user: no such user: no-such-user-here");
    assertThat(drop("root")).contains("--user: root is root");
  }

  private static String drop(String user) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DropsRights.class.getName(),
                user)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return output;
  }
}
