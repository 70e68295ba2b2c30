package io.smbscope.detect.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.cli.Detected;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.ATree;
import io.smbscope.event.FileEvent;
import io.smbscope.event.FindingEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the logs tell. */
class LogSourcesTest {
  private static Trial trial(String service, String search) throws SigmaErrors {
    return Rules.trial(Rules.rule(service, "s: " + search + "\ncondition: s"));
  }

  private static long count(Trial trial) {
    return trial.closed("sigma:test").stream().mapToLong(FindingEvent::count).sum();
  }

  private static AFile used() {
    return new AFile()
        .reads(1)
        .writes(2)
        .setInfo(List.of("FileBasicInformation"))
        .renamedTo("new")
        .deleted("disposition")
        .end("close");
  }

  @ParameterizedTest
  @CsvSource({
    "FILE_OPEN, 1",
    "FILE_READ, 1",
    "FILE_WRITE, 1",
    "FILE_SET_ATTRIBUTE, 1",
    "FILE_RENAME, 1",
    "FILE_DELETE, 1",
    "FILE_CLOSE, 1",
    "PIPE_OPEN, 0",
    "'*', 7"
  })
  void actions(String action, long rows) throws SigmaErrors {
    Trial trial = trial("smb_files", "{action: 'SMB::" + action + "', path: '*'}");
    trial.see(new AFile().begun(), used().build());
    assertThat(count(trial)).isEqualTo(rows);
  }

  @Test
  void whoDoesNotAskForTheActionIsToldWhatZeekLogs() throws SigmaErrors {
    Trial trial = trial("smb_files", "{path: '*'}");
    trial.see(new AFile().begun(), used().build());
    assertThat(count(trial)).as("open, rename, delete").isEqualTo(3);
  }

  @Test
  void namesOfARename() throws SigmaErrors {
    Trial trial = trial("smb_files", "{name: new, prev_name: a.txt, action: SMB::FILE_RENAME}");
    assertThat(count(trial.see(used().build()))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "rename, SMB::FILE_RENAME",
    "delete, SMB::FILE_DELETE",
    "rmdir, SMB::FILE_DELETE",
    "set-info, SMB::FILE_SET_ATTRIBUTE"
  })
  void pathsWithoutAnOpen(String operation, String action) throws SigmaErrors {
    FileEvent done = new AFile().operation(operation).renamedTo("new").end("done").build();
    assertThat(count(trial("smb_files", "{action: '" + action + "'}").see(done))).isEqualTo(1);
    FileEvent refused =
        new AFile().operation(operation).status("STATUS_ACCESS_DENIED").end("refused").build();
    assertThat(count(trial("smb_files", "{action: '" + action + "'}").see(refused))).isZero();
  }

  @Test
  void theRootOfAShare() throws SigmaErrors {
    Trial trial = trial("smb_files", "{name: <share_root>}");
    assertThat(count(trial.see(new AFile().name("").begun()))).isEqualTo(1);
  }

  @Test
  void shares() throws SigmaErrors {
    Trial trial =
        trial("smb_mapping", "{share_type: PIPE, 'path|endswith': 'IPC$', service: null}");
    trial.see(
        new ATree().path("\\\\s\\IPC$").type("pipe").begun(),
        new ATree().path("\\\\s\\IPC$").type("pipe").status("STATUS_ACCESS_DENIED").begun());
    assertThat(count(trial)).isEqualTo(1);
  }

  /** Counts are those that tshark gives of the same captures. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "smb311.pcap # smb_cmd # {command: TREE_CONNECT, version: SMB2, status: SUCCESS} # 2",
        "smb311.pcap # smb_cmd # {command: NEGOTIATE_PROTOCOL, 'rtt|lt': 5} # 1",
        "nt1.pcap    # smb_cmd # {version: SMB1, command: TREE_CONNECT_ANDX} # 2",
        "kerberos.pcap # kerberos # {request_type: AP, service: cifs/filesrv.lab.example} # 2",
        "kerberos.pcap # kerberos # {request_type: TGS, cipher: aes256-cts-hmac-sha1-96} # 2",
        "smb311.pcap # ntlm # {username: alice, success: true, domainname: LABWG} # 1",
        "nbns.pcap   # dns # {qtype_name: NBSTAT, rcode: 0} # 1",
      })
  void samples(String capture, String service, String search, long rows) throws Exception {
    SigmaRules rules = Rules.load(Rules.rule(service, "s: " + search + "\ncondition: s"));
    assertThat(
            Detected.in(Settings.DEFAULT, rules, Path.of("sample-captures", capture)).stream()
                .filter(finding -> finding.id().equals("sigma:test"))
                .mapToLong(FindingEvent::count)
                .sum())
        .isEqualTo(rows);
  }
}
