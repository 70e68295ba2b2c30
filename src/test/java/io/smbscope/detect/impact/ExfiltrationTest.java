package io.smbscope.detect.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb2.FileId;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData;
import io.smbscope.smb.smb2.Smb2Header;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExfiltrationTest {
  private static final long MIB = 1 << 20;

  private final Trial trial = new Trial();

  private void read(String name, long octets) {
    trial.see(new AFile().at(trial.next()).name(name).bytesRead(octets).build());
  }

  @Test
  void readsMuch() {
    for (int i = 0; i < 128; i++) {
      read("a" + i, 8 * MIB);
    }

    assertThat(trial.raised("exfil-volume")).hasSize(1);
  }

  @Test
  void readsTheSameAgainAndAgain() {
    for (int i = 0; i < 600; i++) {
      read("a" + i % 20, 8 * MIB);
    }

    assertThat(trial.raised("exfil-volume")).isEmpty();
  }

  @Test
  void readsMuchOverADay() {
    for (int i = 0; i < 256; i++) {
      read("a" + i, 8 * MIB);
      trial.pass(Duration.ofMinutes(5));
    }

    assertThat(trial.raised("exfil-volume")).isEmpty();
  }

  @Test
  void readsManyFiles() {
    for (int i = 0; i < 500; i++) {
      read("a" + i, 10);
    }

    assertThat(trial.raised("exfil-volume").get(0).values()).containsEntry("files", "500");
  }

  private void copies(long octets) {
    Stamp at = trial.next();
    Endpoint client = new Endpoint("10.7.0.2", 50000, null);
    Endpoint server = new Endpoint("10.7.0.1", 445, null);
    FlowKey flow = new FlowKey(1, at, true, client, server, List.of(), false);
    Ioctl.Response response =
        new Ioctl.Response(
            0x1440F2, new FileId(1, 1), 0, 12, 0, new IoctlData.CopyChunkResponse(16, MIB, octets));
    trial.see(
        new Smb2CommandEvent(
            at, flow, "3.1.1", "alice", at, null, null, at, header(), response, false, 1, 1, null,
            null));
  }

  private static Smb2Header header() {
    return new Smb2Header(11, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, true);
  }

  @Test
  void letsTheServerCopyMuch() {
    for (int i = 0; i < 64; i++) {
      copies(16 * MIB);
    }

    assertThat(trial.raised("exfil-volume")).hasSize(1);
  }

  private void write(String from, String to) {
    trial.see(
        new AFile()
            .at(trial.next())
            .client(new Endpoint(from, 50000, null))
            .server(new Endpoint(to, 445, null))
            .bytesWritten(9)
            .build());
  }

  @Test
  void writesOutside() {
    write("10.7.0.2", "10.7.0.1");
    write("203.0.113.5", "10.7.0.1");
    assertThat(trial.raised("exfil-outbound-smb")).isEmpty();

    write("10.7.0.2", "203.0.113.5");
    assertThat(trial.raised("exfil-outbound-smb")).hasSize(1);
  }
}
