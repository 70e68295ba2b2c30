package io.smbscope.detect.lateral;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.ARpc;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipeNamesTest {
  private final Trial trial = new Trial();

  private AFile pipe(String name) {
    return new AFile()
        .at(trial.next())
        .share("\\\\10.7.0.1\\IPC$")
        .name(name)
        .type("pipe")
        .start(trial.next());
  }

  @ParameterizedTest
  @CsvSource({
    "pipe-malicious, MSSE-1337-server, srvsvc",
    "pipe-malicious, msagent_7f, msagent",
    "pipe-malicious, wkssvca1, wkssvc",
    "pipe-malicious, spoolss_0f, spoolss",
    "pipe-malicious, \\PIPE\\gruntsvc, \\PIPE\\srvsvc",
    "pipe-malicious, 583da945-62af-10e8-4902-a8f205c72b2e, 583da945-62af-10e8-4902-a8f205c72b2f",
    "psexec, PSEXESVC, svcctl",
    "psexec, abc-CLIENT1-2844-stdout, stdout",
    "psexec, RemCom_communicaton, RemComm",
    "pipe-first-seen, mypipe, MSSQL$PAYROLL\\sql\\query"
  })
  void opens(String id, String name, String ordinary) {
    trial.see(pipe(ordinary).begun());
    assertThat(trial.raised(id).stream().filter(f -> ordinary.equals(f.entities().pipe())))
        .isEmpty();

    trial.see(pipe(name).begun());
    assertThat(trial.raised(id)).isNotEmpty();
  }

  @Test
  void unknownPipeOnlyOnce() {
    trial.see(pipe("mypipe").begun(), pipe("mypipe").begun());
    trial.see(pipe("refused").status("STATUS_OBJECT_NAME_NOT_FOUND").begun());

    assertThat(trial.closed("pipe-first-seen"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.count()).isEqualTo(1));
  }

  private AFile relay(String name) {
    AFile pipe = pipe(name);
    trial.pass(Duration.ofMinutes(11));
    return pipe.at(trial.next()).reads(50).writes(50).bytesRead(4000).bytesWritten(900);
  }

  @Test
  void longExchange() {
    trial.see(relay("mypipe").build());

    assertThat(trial.raised("pipe-relay-c2")).hasSize(1);
  }

  @Test
  void noRelay() {
    trial.see(relay("mypipe").reads(0).build());
    trial.see(relay("spoolss").build());
    trial.see(pipe("mypipe").at(trial.next()).reads(50).writes(50).build());

    assertThat(trial.raised("pipe-relay-c2")).isEmpty();
  }

  @Test
  void longExchangeOfCalls() {
    AFile pipe = relay("mypipe");
    trial.see(new ARpc().at(trial.next()).pipe("mypipe", pipe.build().start()).build());
    trial.see(pipe.build());

    assertThat(trial.raised("pipe-relay-c2")).isEmpty();
  }
}
