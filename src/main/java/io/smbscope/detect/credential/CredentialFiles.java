package io.smbscope.detect.credential;

import static io.smbscope.detect.PathNames.endsWith;
import static io.smbscope.detect.PathNames.startsWith;
import static io.smbscope.detect.credential.FilePattern.base;

import io.smbscope.detect.Detection;
import io.smbscope.detect.Edges;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.PathNames;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Sighting;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.FileEvent;
import io.smbscope.event.Severity;
import io.smbscope.event.Smb2CommandEvent;
import io.smbscope.smb.smb2.Ioctl;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files that hold what proves who somebody is, by their names and by how they begin. */
public final class CredentialFiles implements Detection {
  private static final Rule DATABASES =
      Rule.of(
          "ntds-sam-access",
          "Database of accounts opened",
          Severity.CRITICAL,
          Confidence.HIGH,
          "T1003.003 T1003.002",
          "ntds.dit or the registry hives SAM, SECURITY and SYSTEM are opened on a share.",
          "Take all accounts in it for lost, and find out what runs on the client.");

  private static final Rule MEMORY =
      Rule.of(
          "lsass-dump-copy",
          "Dump of memory on a share",
          Severity.CRITICAL,
          Confidence.MEDIUM,
          "T1003.001",
          "A file is named or begins as a dump of a process's or a host's memory.",
          "Take the accounts that were logged on to the host for lost.");

  private static final Rule KEYS =
      Rule.of(
          "kirbi-or-keyfile",
          "File with tickets, keys or mail opened",
          Severity.MEDIUM,
          Confidence.LOW,
          "T1039",
          "Files are opened whose suffix says that they hold tickets, keys, passwords or mail.",
          "See whether the user has work with these files.");

  private static final Rule POLICY_PASSWORDS =
      Rule.of(
          "gpp-cpassword",
          "Policy file read that may hold passwords",
          Severity.MEDIUM,
          Confidence.LOW,
          "T1552.006",
          "One of the files of Group Policy Preferences that could hold a cpassword is read.",
          "Delete passwords from Group Policy Preferences: their key is public.");

  private static final Set<String> POLICIES =
      Set.of(
          "groups.xml",
          "services.xml",
          "scheduledtasks.xml",
          "datasources.xml",
          "printers.xml",
          "drives.xml");

  /** What nobody has on a share by chance. */
  private static final Set<String> KEY_SUFFIXES =
      Set.of("kirbi", "ccache", "kdbx", "pfx", "p12", "ppk", "keytab");

  /** What many have. */
  private static final Set<String> COMMON_SUFFIXES = Set.of("pst", "ost", "edb", "bak", "rdp");

  /** How names end or begin that {@link #keys} looks for. */
  private static final Edges KEY_EDGES = new Edges();

  static {
    KEY_EDGES.addStart("id_");
    KEY_SUFFIXES.forEach(KEY_EDGES::addEnd);
    COMMON_SUFFIXES.forEach(KEY_EDGES::addEnd);
  }

  private static final long ENUMERATE_SNAPSHOTS = 0x0014_4064L;
  private static final int CONNECTIONS = 1024;

  private final Findings findings;

  /** Packets that asked for the snapshots of an administrative share, by connection. */
  private final Latest<Long, Long> snapshots = new Latest<>(CONNECTIONS);

  public CredentialFiles(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(DATABASES, MEMORY, KEYS, POLICY_PASSWORDS);
  }

  @Override
  public void listen(Listeners on) {
    on.open(this::open);
    on.content(this::content);
    on.smb2(this::smb2);
  }

  private void open(FileEvent file) {
    if (!FilePattern.opensData(file) || file.name().isEmpty()) {
      return;
    }
    String base = base(file.name());
    if (database(file.name(), base)) {
      database(file);
    }
    memory(file, base);
    keys(file, base);
    if (file.share() != null
        && endsWith(file.share(), "\\SYSVOL")
        && FilePattern.succeeded(file)
        && POLICIES.contains(base.toLowerCase(Locale.ROOT))) {
      // A host reads the policies that are its own.
      boolean host = file.user() != null && file.user().endsWith("$");
      findings.report(
          sighting(POLICY_PASSWORDS, file)
              .file(file.name())
              .severity(host ? Severity.LOW : Severity.MEDIUM));
    }
  }

  private static boolean database(String name, String base) {
    return switch (base.length()) {
      case 3 -> base.equalsIgnoreCase("SAM") && ofSystem(name, base);
      case 6 -> base.equalsIgnoreCase("SYSTEM") && ofSystem(name, base);
      case 8 ->
          base.equalsIgnoreCase("ntds.dit")
              || (base.equalsIgnoreCase("SECURITY") && ofSystem(name, base));
      default -> false;
    };
  }

  /** In the folder of hives, its copy, or that of a repair disk. */
  private static boolean ofSystem(String name, String base) {
    String folder = name.substring(0, name.length() - base.length());
    return endsWith(folder, "system32\\config\\")
        || endsWith(folder, "config\\regback\\")
        || endsWith(folder, "windows\\repair\\");
  }

  private void database(FileEvent file) {
    boolean shadow = file.name().contains("@GMT-");
    Long asked = snapshots.get(file.connection());
    Sighting seen =
        sighting(DATABASES, file)
            .file(file.name())
            .severity(FilePattern.succeeded(file) ? Severity.CRITICAL : Severity.HIGH)
            .value("status", file.status())
            .value("snapshot", shadow || asked != null ? "yes" : null);
    if (asked != null) {
      seen.packet(asked);
    }
    findings.report(seen);
  }

  /** Named as one, or likely to be one where it is. */
  private static boolean dump(String base, String share) {
    return named(base) || (endsWith(base, ".dmp") && FilePattern.adminShare(share));
  }

  private static boolean named(String base) {
    return (startsWith(base, "lsass") && endsWith(base, ".dmp"))
        || startsWith(base, "mimidrv")
        || base.equalsIgnoreCase("hiberfil.sys")
        || startsWith(base, "sqldmpr");
  }

  private void memory(FileEvent file, String base) {
    if (dump(base, file.share())) {
      boolean certain = named(base) && FilePattern.succeeded(file);
      findings.report(
          sighting(MEMORY, file)
              .file(file.name())
              .severity(certain ? Severity.CRITICAL : Severity.HIGH)
              .value("status", file.status()));
    }
  }

  private void keys(FileEvent file, String base) {
    if (!KEY_EDGES.mayMatch(base) || !FilePattern.succeeded(file)) {
      return;
    }
    String suffix = PathNames.extension(base);
    boolean key = startsWith(base, "id_") && privateKey(base);
    if (key || KEY_SUFFIXES.contains(suffix)) {
      findings.report(sighting(KEYS, file).file(file.name()));
    } else if (COMMON_SUFFIXES.contains(suffix)) {
      findings.report(sighting(KEYS, file).severity(Severity.LOW).value("file", file.name()));
    }
  }

  private static boolean privateKey(String base) {
    return base.equalsIgnoreCase("id_rsa")
        || base.equalsIgnoreCase("id_dsa")
        || base.equalsIgnoreCase("id_ecdsa")
        || base.equalsIgnoreCase("id_ed25519");
  }

  /**
   * A dump is one under any name; a hive is that of the accounts when its name says so. What the
   * name alone told was told when it was opened.
   */
  private void content(ContentEvent content) {
    if (content.head() == null || content.open().name() == null) {
      return;
    }
    String name = content.open().name();
    String base = base(name);
    String share = content.tree() == null ? null : content.tree().path();
    if (FilePattern.minidump(content) && !dump(base, share)) {
      findings.report(sighting(MEMORY, content).severity(Severity.HIGH));
    } else if (FilePattern.hive(content) && ofAccounts(base) && !database(name, base)) {
      findings.report(sighting(DATABASES, content));
    }
  }

  /** As {@code sam.save}. */
  private static boolean ofAccounts(String base) {
    int dot = base.indexOf('.');
    String stem = dot < 0 ? base : base.substring(0, dot);
    return stem.equalsIgnoreCase("SAM")
        || stem.equalsIgnoreCase("SECURITY")
        || stem.equalsIgnoreCase("SYSTEM");
  }

  private void smb2(Smb2CommandEvent command) {
    if (command.request() instanceof Ioctl.Request request
        && request.ctlCode() == ENUMERATE_SNAPSHOTS
        && command.tree() != null
        && FilePattern.adminShare(command.tree().path())) {
      snapshots.put(command.flow().id(), command.requestAt().packet());
    }
  }

  private static Sighting sighting(Rule rule, FileEvent file) {
    return new Sighting(rule, file.at())
        .flow(file.connection())
        .client(file.client().ip())
        .server(file.server().ip())
        .user(file.user())
        .share(file.share());
  }

  private static Sighting sighting(Rule rule, ContentEvent content) {
    return new Sighting(rule, content.start())
        .flow(content.flow().id())
        .client(content.flow().client().ip())
        .server(content.flow().server().ip())
        .share(content.tree() == null ? null : content.tree().path())
        .file(content.open().name())
        .value("begins", FilePattern.hive(content) ? "regf" : "MDMP")
        .value("direction", content.written() ? "written" : "read");
  }
}
