package io.smbscope.detect.impact;

import io.smbscope.base.Key;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Knowledge;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Latest;
import io.smbscope.detect.window.Volume;
import io.smbscope.event.Confidence;
import io.smbscope.event.FileEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb2.Ioctl;
import io.smbscope.smb.smb2.IoctlData;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Much that is carried off. A file read again counts once; what the server copies counts too. */
public final class Exfiltration implements Detection {
  private static final Rule VOLUME =
      Rule.of(
              "exfil-volume",
              "Much read by one client",
              Severity.HIGH,
              Confidence.LOW,
              "T1039",
              "One client reads more octets within an hour, or more files within ten minutes, than"
                  + " people do.",
              "Ask the user; backups and indexes read as much, and can be suppressed by client.")
          .with("octets", 1L << 30)
          .with("octets-seconds", 3600)
          .with("files", 500)
          .with("files-seconds", 600);
  private static final Rule OUTBOUND =
      Rule.of(
          "exfil-outbound-smb",
          "File written to a server outside",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1048",
          "WRITE to a file on a server whose address is not of the own networks.",
          "Look at the file, and keep SMB from leaving the network.");

  private static final int CLIENTS = 8192;
  private static final int CLIENTS_OF_FILES = 256;
  private static final int FILES = 16_384;

  private final Findings findings;
  private final Knowledge knowledge;
  private final long octets;
  private final long octetsSeconds;
  private final Volume<String> volume;
  private final long files;
  private final long filesSeconds;

  /** Files by the hash of their path: a name would be held 100,000 times. */
  private final Distinct<String, Integer> distinct;

  /** Octets of a file that were counted already. */
  private final Latest<Key, Long> counted = new Latest<>(FILES);

  public Exfiltration(Settings settings, Knowledge knowledge, Findings findings) {
    this.findings = findings;
    this.knowledge = knowledge;
    this.octets = settings.number(VOLUME, "octets");
    this.octetsSeconds = settings.number(VOLUME, "octets-seconds");
    this.volume = new Volume<>(Duration.ofSeconds(octetsSeconds), CLIENTS);
    this.files = settings.number(VOLUME, "files");
    this.filesSeconds = settings.number(VOLUME, "files-seconds");
    this.distinct = new Distinct<>(files, Duration.ofSeconds(filesSeconds), CLIENTS_OF_FILES);
  }

  @Override
  public List<Rule> rules() {
    return List.of(VOLUME, OUTBOUND);
  }

  @Override
  public void listen(Listeners on) {
    on.openEnd(this::openEnd);
    on.smb2(this::copied);
  }

  private void openEnd(FileEvent file) {
    if (file.bytesRead() > 0) {
      read(file);
    }
    if (file.bytesWritten() > 0
        && !knowledge.networks().inside(file.server().ip())
        && knowledge.networks().inside(file.client().ip())) {
      findings.report(
          Seen.in(OUTBOUND, file)
              .packet(file.start().packet())
              .value("file", Seen.text(file.name()))
              .value("octets", file.bytesWritten()));
    }
  }

  private void read(FileEvent file) {
    String client = file.client().ip();
    int path = Objects.hash(file.server().ip(), file.share(), file.name());
    Key key = Key.of(client, path);
    Long before = counted.get(key);
    long more = file.bytesRead() - (before == null ? 0 : before);
    if (more > 0) {
      counted.put(key, file.bytesRead());
      long total = volume.add(client, more, file.at());
      if (total >= octets) {
        Sighting sighting = Seen.in(VOLUME, file).server(null).share(null);
        report(sighting.value("file", Seen.path(file)), client, total);
      }
    }
    int count = distinct.add(client, path, file.at());
    if (count >= files) {
      findings.report(
          Seen.in(VOLUME, file)
              .server(null)
              .share(null)
              .window(distinct.first(client), filesSeconds)
              .value("files", count)
              .value("example", Seen.path(file)));
    }
  }

  private void report(Sighting sighting, String client, long total) {
    findings.report(sighting.window(volume.first(client), octetsSeconds).value("octets", total));
  }

  /** FSCTL_SRV_COPYCHUNK: the octets do not come to the wire. */
  private void copied(Smb2CommandEvent command) {
    if (command.response() instanceof Ioctl.Response response
        && response.output() instanceof IoctlData.CopyChunkResponse copied
        && command.status() == 0) {
      String client = command.flow().client().ip();
      long total = volume.add(client, copied.totalBytesWritten(), command.at());
      if (total >= octets) {
        Sighting sighting = Seen.in(VOLUME, command.at(), command.flow()).server(null);
        report(sighting.user(command.user()), client, total);
      }
    }
  }
}
