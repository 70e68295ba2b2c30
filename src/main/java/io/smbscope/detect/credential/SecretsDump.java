package io.smbscope.detect.credential;

import io.smbscope.base.Key;
import io.smbscope.base.Stamp;
import io.smbscope.detect.Calls;
import io.smbscope.detect.Detection;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.PathNames;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.FileEvent;
import io.smbscope.event.RpcEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;

/**
 * Hives of the registry saved to files by winreg, and the files fetched: BaseRegSaveKey and
 * BaseRegSaveKeyEx, [MS-RRP] 3.1.5.20, 3.1.5.28.
 */
public final class SecretsDump implements Detection {
  private static final Rule RULE =
      Rule.of(
              "secretsdump",
              "Registry hive saved and fetched",
              Severity.CRITICAL,
              Confidence.HIGH,
              "T1003.002 T1003.004",
              "BaseRegSaveKey is called, and a temporary file of the system is read.",
              "Take the host's accounts and secrets for lost, and find out what runs on the client.")
          .with("seconds", 600);

  private static final int SAVE_KEY = 20;
  private static final int SAVE_KEY_EX = 31;
  private static final String SUFFIX = ".tmp";
  private static final int KEYS = 1024;

  private final Findings findings;
  private final long seconds;
  private final Latest<Key, Stamp> saved = new Latest<>(KEYS);

  public SecretsDump(Settings settings, Findings findings) {
    this.findings = findings;
    this.seconds = settings.number(RULE, "seconds");
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.rpc(this::rpc);
    on.open(this::open);
    on.content(this::content);
  }

  private void rpc(RpcEvent event) {
    int opnum = Calls.opnum(event);
    if (!Calls.WINREG.equals(event.interfaceId()) || (opnum != SAVE_KEY && opnum != SAVE_KEY_EX)) {
      return;
    }
    saved.put(Key.of(event.flow().client().ip(), event.flow().server().ip()), Calls.asked(event));
    String file = event.argument("lpFile");
    // Saved to another host there is nothing to fetch.
    boolean away = file != null && file.startsWith("\\\\");
    findings.report(
        Calls.sighting(RULE, event)
            .severity(away ? Severity.CRITICAL : Severity.HIGH)
            .value("file", file));
  }

  private void open(FileEvent file) {
    if (saved.size() == 0
        || !FilePattern.opensData(file)
        || !FilePattern.succeeded(file)
        || !temporary(file.share(), file.name())) {
      return;
    }
    Stamp since = saved.get(Key.of(file.client().ip(), file.server().ip()));
    if (since != null && file.at().nanos() - since.nanos() <= window()) {
      findings.report(
          new Sighting(RULE, file.at())
              .flow(file.connection())
              .client(file.client().ip())
              .server(file.server().ip())
              .user(file.user())
              .share(file.share())
              .packet(since.packet())
              .window(since, seconds)
              .value("file", file.name()));
    }
  }

  /** Where the call that saved it was encrypted, the file still tells. */
  private void content(ContentEvent content) {
    if (FilePattern.hive(content)
        && !content.written()
        && content.tree() != null
        && content.open().name() != null
        && temporary(content.tree().path(), content.open().name())) {
      findings.report(
          new Sighting(RULE, content.start())
              .flow(content.flow().id())
              .client(content.flow().client().ip())
              .server(content.flow().server().ip())
              .share(content.tree().path())
              .value("file", content.open().name())
              .value("begins", "regf"));
    }
  }

  /** {@code Temp\} and eight letters in the system's folder, or what older tools named. */
  private static boolean temporary(String share, String name) {
    if (!FilePattern.adminShare(share) || !PathNames.endsWith(name, SUFFIX)) {
      return false;
    }
    String base = FilePattern.base(name);
    String folder = name.substring(0, name.length() - base.length());
    return PathNames.endsWith(folder, "system32\\")
        || (PathNames.endsWith(folder, "temp\\")
            && FilePattern.eightLetters(base.substring(0, base.length() - SUFFIX.length())));
  }

  private long window() {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
