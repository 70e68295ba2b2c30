package io.smbscope.detect.lateral;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFile;
import io.smbscope.detect.events.ARpc;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** impacket's psexec, smbexec, wmiexec, dcomexec and atexec. */
class CommandToolsTest {
  private static final String SVCCTL = "367abb81-9844-35f1-ad32-98f038001003";
  private static final String TASKS = "86d35949-83c9-4044-b424-db363231fd0c";

  private final Trial trial = new Trial();

  private void open(String name, String action) {
    trial.see(
        new AFile()
            .at(trial.next())
            .share("\\\\10.7.0.1\\ADMIN$")
            .name(name)
            .action(action)
            .begun());
  }

  private ARpc service(int opnum) {
    return new ARpc().at(trial.next()).of(SVCCTL).opnum(opnum);
  }

  @Test
  void psexec() {
    open("kXqLbWrT.exe", "CREATED");
    trial.see(
        service(12)
            .argument("lpServiceName", "QmzB")
            .argument("lpBinaryPathName", "%systemroot%\\kXqLbWrT.exe")
            .build());

    assertThat(trial.raised("impacket-psexec-shape")).hasSize(1);
  }

  @Test
  void installerOfAnotherService() {
    open("setup.exe", "CREATED");
    trial.see(service(12).argument("lpServiceName", "QmzB").build());
    open("kXqLbWrT.exe", "CREATED");
    trial.see(service(12).argument("lpServiceName", "updater").build());

    assertThat(trial.raised("impacket-psexec-shape")).isEmpty();
  }

  @Test
  void smbexecByItsCommand() {
    trial.see(
        service(12)
            .argument("lpServiceName", "BTOBTO")
            .argument(
                "lpBinaryPathName",
                "%COMSPEC% /Q /c echo dir ^> \\\\127.0.0.1\\C$\\__output 2^>^&1 > x.bat")
            .build());

    assertThat(trial.raised("smbexec")).hasSize(1);
  }

  @Test
  void smbexecByItsTrace() {
    trial.see(service(12).build(), service(19).build(), service(2).build());
    open("__output_aBcDeFgH", "OPENED");

    assertThat(trial.raised("smbexec")).hasSize(1);
  }

  @Test
  void serviceThatStaysOrOutputAlone() {
    open("__output", "OPENED");
    trial.see(service(12).build(), service(19).build());
    trial.pass(Duration.ofSeconds(20));
    trial.see(service(2).build());
    open("__output", "OPENED");

    assertThat(trial.raised("smbexec")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "__1700000000.1234567, 1",
    "__17000, 1",
    "Temp\\__1700000000.12, 1",
    "__init__.py, 0",
    "_1700000000.12, 0",
    "__170000, 0"
  })
  void wmiexec(String name, int found) {
    open(name, "OPENED");

    assertThat(trial.raised("wmiexec")).hasSize(found);
  }

  @Test
  void atexec() {
    trial.see(new ARpc().at(trial.next()).of(TASKS).opnum(1).build());
    open("Temp\\aBcDeFgH.tmp", "OPENED");

    assertThat(trial.raised("atexec")).hasSize(1);
  }

  @Test
  void atexecByItsTask() {
    trial.see(
        new ARpc()
            .at(trial.next())
            .of(TASKS)
            .opnum(1)
            .argument("xml", "<StartBoundary>2015-07-15T20:35:13.2757294</StartBoundary>")
            .build());

    assertThat(trial.raised("atexec")).hasSize(1);
  }

  @Test
  void temporaryFileWithoutTask() {
    open("Temp\\aBcDeFgH.tmp", "OPENED");
    trial.see(new ARpc().at(trial.next()).of(TASKS).opnum(1).argument("xml", "<Task/>").build());

    assertThat(trial.raised("atexec")).isEmpty();
  }
}
