package io.smbscope.detect.lateral;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.event.FindingEvent;
import io.smbscope.event.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DroppedFilesTest {
  private final Trial trial = new Trial();

  private void put(String share, String name) {
    AFile file = new AFile().at(trial.next()).share("\\\\10.7.0.1\\" + share).name(name);
    trial.see(file.action("CREATED").begun());
    trial.see(file.at(trial.next()).bytesWritten(9).build());
  }

  private void read(String share, String name) {
    AFile file = new AFile().at(trial.next()).share("\\\\10.7.0.1\\" + share).name(name);
    trial.see(file.action("OPENED").begun());
    trial.see(file.at(trial.next()).bytesRead(9).build());
  }

  @ParameterizedTest
  @CsvSource({
    "exec-drop, ADMIN$, a.exe, share, a.exe",
    "exec-drop, C$, Windows\\Temp\\a.PS1, C$, Windows\\Temp\\a.txt",
    "exec-drop, SYSVOL, lab.example\\scripts\\logon.bat, share, logon.bat",
    "exec-drop, Users, bob\\Start Menu\\Programs\\Startup\\run.vbs, Users, bob\\Desktop\\run.vbs",
    "gpo-tamper, SYSVOL, lab\\Policies\\x\\ScheduledTasks.xml, share, ScheduledTasks.xml",
    "gpo-tamper, SYSVOL, lab\\Policies\\x\\GPTTMPL.INF, SYSVOL, lab\\Policies\\x\\GPT.INI",
    "dll-hijack-drop, C$, Windows\\System32\\wbem\\wbemcomn.dll, C$, Windows\\System32\\wbemcomn.dll",
    "dll-hijack-drop, share, Internet Explorer\\iertutil.dll, share, iertutil.dll",
    "forced-auth-lure, share, @news.scf, share, news.txt",
    "forced-auth-lure, share, finance\\desktop.ini, share, finance\\my.ini",
    "forced-auth-lure, share, all.library-ms, share, library"
  })
  void putsWhatDoesSomething(
      String id, String share, String name, String otherShare, String otherName) {
    put(otherShare, otherName);
    read(share, name);
    assertThat(trial.raised(id)).isEmpty();

    put(share, name);
    assertThat(trial.raised(id)).singleElement().extracting(FindingEvent::count).isEqualTo(1L);
  }

  @Test
  void renamesToProgram() {
    trial.see(
        new AFile()
            .at(trial.next())
            .share("\\\\10.7.0.1\\ADMIN$")
            .name("a.txt")
            .renamedTo("a.exe")
            .build());

    assertThat(trial.raised("exec-drop")).hasSize(1);
  }

  @Test
  void ordinaryShortcut() {
    put("share", "Report.lnk");

    assertThat(trial.raised("forced-auth-lure").get(0).severity()).isEqualTo(Severity.LOW);
  }
}
