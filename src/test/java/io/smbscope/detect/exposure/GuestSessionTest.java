package io.smbscope.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.Detected;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GuestSessionTest {
  @Test
  void guest() throws Exception {
    assertThat(Detected.idsIn(Path.of("sample-captures/guest.pcap"))).contains("guest-session");
  }

  @Test
  void user() throws Exception {
    assertThat(Detected.idsIn(Path.of("sample-captures/smb311.pcap")))
        .doesNotContain("guest-session");
  }
}
