package io.smbscope.detect.lateral;

import io.smbscope.detect.Detection;
import io.smbscope.detect.FileHead;
import io.smbscope.detect.Findings;
import io.smbscope.detect.Listeners;
import io.smbscope.detect.PathNames;
import io.smbscope.detect.Patterns;
import io.smbscope.detect.Rule;
import io.smbscope.detect.Seen;
import io.smbscope.detect.window.Latest;
import io.smbscope.event.Confidence;
import io.smbscope.event.ContentEvent;
import io.smbscope.event.FileEvent;
import io.smbscope.event.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files that do something by lying where they are put. */
public final class DroppedFiles implements Detection {
  private static final Rule PROGRAM =
      Rule.of(
          "exec-drop",
          "Program put where it is run",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1570",
          "A program or script, by its name or its first octets, is written to an administrative"
              + " share, SYSVOL or a Startup folder.",
          "Look at the file and at who runs it; software distribution does this too.");
  private static final Rule HIJACK =
      Rule.of(
          "dll-hijack-drop",
          "Library put where a system program loads it",
          Severity.HIGH,
          Confidence.HIGH,
          "T1574.001",
          "A library is written under a name that Windows looks for beside a program of its own.",
          "Remove the library, and look at what loaded it.");
  private static final Rule POLICY =
      Rule.of(
          "gpo-tamper",
          "Group policy changed",
          Severity.CRITICAL,
          Confidence.MEDIUM,
          "T1484.001",
          "A file of a group policy that runs or sets something is written in SYSVOL.",
          "Compare the policy with its last approved state, and ask who changed it.");
  private static final Rule LURE =
      Rule.of(
          "forced-auth-lure",
          "File that makes those who look at it log on elsewhere",
          Severity.HIGH,
          Confidence.LOW,
          "T1187",
          "A file whose icon or target Windows fetches as soon as the folder is shown is written to"
              + " a share.",
          "Look at the address in the file, and keep SMB from leaving the network.");

  private static final Set<String> PROGRAMS =
      Set.of(
          "exe", "dll", "sys", "bat", "cmd", "ps1", "vbs", "js", "hta", "scr", "msi", "lnk", "com",
          "cpl", "jse", "vbe", "wsf");

  private static final Set<String> LURES =
      Set.of("lnk", "scf", "url", "library-ms", "searchconnector-ms");

  /** Shown at the top of a folder, so that it is met first. */
  private static final String FIRST_IN_LISTS = "@!~#$%";

  private static final String STARTUP = "\\startup\\";
  private static final int OPENS = 4096;

  private final Findings findings;
  private static final Patterns POLICY_FILES = Patterns.of(DroppedFiles.class, "policy-files.txt");
  private static final Patterns HIJACKED =
      Patterns.of(DroppedFiles.class, "hijacked-libraries.txt");

  /** First octets of programs written, by the packet that began the open. */
  private final Latest<Long, String> programs = new Latest<>(OPENS);

  public DroppedFiles(Findings findings) {
    this.findings = findings;
  }

  @Override
  public List<Rule> rules() {
    return List.of(PROGRAM, HIJACK, POLICY, LURE);
  }

  @Override
  public void listen(Listeners on) {
    on.open(this::open);
    on.content(this::content);
    on.openEnd(this::openEnd);
  }

  private void open(FileEvent file) {
    if (Seen.made(file) && file.name() != null) {
      put(file, file.name(), null);
    }
  }

  private void content(ContentEvent content) {
    if (content.written() && FileHead.program(content.head()) && content.open() != null) {
      programs.put(content.open().start().packet(), content.head());
    }
  }

  private static boolean program(FileEvent file) {
    return PROGRAMS.contains(PathNames.extension(file.name()));
  }

  private void openEnd(FileEvent file) {
    String head = programs.size() == 0 ? null : programs.remove(file.start().packet());
    if (file.name() == null) {
      return;
    }
    if (file.renamedTo() != null) {
      put(file, file.renamedTo(), head);
    } else if (file.bytesWritten() > 0 && (!Seen.made(file) || (head != null && !program(file)))) {
      put(file, file.name(), head);
    }
  }

  /**
   * A file has come to be.
   *
   * @param head first octets of a program, else null
   */
  private void put(FileEvent file, String name, String head) {
    String extension = PathNames.extension(name);
    boolean sysvol = sysvol(file.share());
    if ((PROGRAMS.contains(extension) || head != null)
        && (sysvol || PathNames.adminShare(file.share()) || startup(name))) {
      findings.report(
          Seen.in(PROGRAM, file)
              .file(Seen.text(name))
              .value("first-octets", head)
              .packet(file.start().packet()));
    }
    if (sysvol && POLICY_FILES.matches(PathNames.last(name))) {
      findings.report(Seen.in(POLICY, file).file(Seen.text(name)).packet(file.start().packet()));
    }
    if ("dll".equals(extension) && HIJACKED.matches('\\' + name)) {
      findings.report(Seen.in(HIJACK, file).file(Seen.text(name)).packet(file.start().packet()));
    }
    if (LURES.contains(extension) || PathNames.endsWith(name, "desktop.ini")) {
      lure(file, name, extension);
    }
  }

  private static boolean sysvol(String share) {
    return PathNames.share(share, "SYSVOL") || PathNames.share(share, "NETLOGON");
  }

  private static boolean startup(String name) {
    return name.toLowerCase(Locale.ROOT).contains(STARTUP);
  }

  /** People make shortcuts, and Windows makes desktop.ini. */
  private void lure(FileEvent file, String name, String extension) {
    String last = PathNames.last(name);
    boolean ordinary =
        ("lnk".equals(extension) || "url".equals(extension) || "ini".equals(extension))
            && !last.isEmpty()
            && FIRST_IN_LISTS.indexOf(last.charAt(0)) < 0;
    findings.report(
        Seen.in(LURE, file)
            .severity(ordinary ? Severity.LOW : null)
            .packet(file.start().packet())
            .value("file", Seen.text(name)));
  }
}
