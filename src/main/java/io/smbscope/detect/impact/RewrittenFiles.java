package io.smbscope.detect.impact;

import io.smbscope.base.Key;
import io.smbscope.detect.Detection;
import io.smbscope.detect.FileHead;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Distinct;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.Severity;
import java.time.Duration;
import java.util.List;

/** Files read, and written again as something that is no file any more. */
public final class RewrittenFiles implements Detection {
  private static final Rule RULE =
      Rule.of(
              "ransom-rewrite",
              "Many files made unreadable in place",
              Severity.CRITICAL,
              Confidence.MEDIUM,
              "T1486",
              "One client reads many files that begin as documents do, and writes them again, of the"
                  + " same size, so that they do not.",
              "Take the client off the network at once, and restore the files from where it cannot"
                  + " write.")
          .with("files", 30)
          .with("seconds", 60);

  /** Octets by which the size may differ: what ransomware adds to find its key again. */
  private static final long MORE = 1024;

  private static final int READ = 8192;
  private static final int CLIENTS = 1024;

  private final Findings findings;
  private final long files;
  private final long seconds;

  /** Sizes of files that were read and began as some kind does. */
  private final Latest<Key, Long> read = new Latest<>(READ);

  private final Distinct<Key, Key> rewritten;

  public RewrittenFiles(Settings settings, Findings findings) {
    this.findings = findings;
    this.files = settings.number(RULE, "files");
    this.seconds = settings.number(RULE, "seconds");
    this.rewritten = new Distinct<>(files, Duration.ofSeconds(seconds), CLIENTS);
  }

  @Override
  public List<Rule> rules() {
    return List.of(RULE);
  }

  @Override
  public void listen(Listeners on) {
    on.content(this::content);
  }

  private void content(ContentEvent content) {
    if (content.head() == null || content.open() == null || content.tree() == null) {
      return;
    }
    boolean isFile = FileHead.known(content.head()) || FileHead.text(content.head());
    if (content.written() == isFile) {
      return;
    }
    String server = content.flow().server().ip();
    Key file = Key.of(server, content.tree().path(), content.open().name());
    if (!content.written()) {
      read.put(file, content.size());
      return;
    }
    Long size = read.remove(file);
    if (size == null || Math.abs(content.size() - size) > MORE) {
      return;
    }
    String client = content.flow().client().ip();
    Key pair = Key.of(client, server);
    int count = rewritten.add(pair, file, content.at());
    if (count >= files) {
      findings.report(
          new Sighting(RULE, content.at())
              .flow(content.flow().id())
              .client(client)
              .server(server)
              .window(rewritten.first(pair), seconds)
              .value("files", count)
              .value("example", Seen.text(content.tree().path() + "\\" + content.open().name())));
    }
  }
}
