package io.smbscope.detect.lateral;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Trial;
import io.smbscope.detect.events.ARpc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteCallsTest {
  private final Trial trial = new Trial();

  /** An operation of an interface, and one of the same that only looks. */
  @ParameterizedTest
  @CsvSource({
    "service-create, 367abb81-9844-35f1-ad32-98f038001003, 12, 15",
    "service-create, 367abb81-9844-35f1-ad32-98f038001003, 11, 6",
    "service-create, 367abb81-9844-35f1-ad32-98f038001003, 19, 16",
    "service-create, 367abb81-9844-35f1-ad32-98f038001003, 24, 27",
    "service-create, 367abb81-9844-35f1-ad32-98f038001003, 44, 0",
    "task-create, 1ff70682-0a51-30e8-076d-740be8cee98b, 0, 2",
    "task-create, 86d35949-83c9-4044-b424-db363231fd0c, 1, 2",
    "task-create, 86d35949-83c9-4044-b424-db363231fd0c, 12, 7",
    "task-create, 86d35949-83c9-4044-b424-db363231fd0c, 19, 17",
    "task-create, 378e52b0-c0a9-11cf-822d-00aa0051e40f, 0, 2",
    "wmi-dcom, 000001a0-0000-0000-c000-000000000046, 4, 3",
    "wmi-dcom, 9556dc99-828c-11cf-a37e-00aa003240c7, 24, 20",
    "remote-registry-write, 338cd001-2244-31f1-aaaa-900038001003, 22, 16",
    "remote-registry-write, 338cd001-2244-31f1-aaaa-900038001003, 6, 9",
    "remote-registry-write, 338cd001-2244-31f1-aaaa-900038001003, 35, 2",
    "remote-registry-read, 338cd001-2244-31f1-aaaa-900038001003, 17, 5",
    "remote-shutdown, 338cd001-2244-31f1-aaaa-900038001003, 30, 26",
    "remote-shutdown, 894de0c0-0d55-11d3-a322-00c04fa321a1, 0, 1",
    "remote-shutdown, d95afe70-a6d5-4259-822e-2c84da1ddb0d, 0, 1",
    "remote-shutdown, 5ca4a760-ebb1-11cf-8611-00a0245420ed, 15, 14",
    "print-monitor, 12345678-1234-abcd-ef00-0123456789ab, 46, 36",
    "print-monitor, 76f03f96-cdfd-44fc-a22c-64950a001209, 44, 0",
    "eventlog-clear, 82273fdc-e32a-18c3-3f78-827929dc23ea, 0, 7",
    "eventlog-clear, f6beaff7-1e19-4fbb-9f8f-b89e2018337c, 6, 5",
    "share-create, 4b324fc8-1670-01d3-1278-5a47bf6ee188, 14, 15",
    "share-create, 4b324fc8-1670-01d3-1278-5a47bf6ee188, 18, 16"
  })
  void changes(String id, String of, int opnum, int harmless) {
    trial.see(new ARpc().at(trial.next()).of(of).opnum(harmless).build());
    assertThat(trial.raised(id)).isEmpty();

    trial.see(new ARpc().at(trial.next()).of(of).opnum(opnum).build());
    assertThat(trial.raised(id)).hasSize(1);
  }

  @Test
  void tellsWhatIsRun() {
    trial.see(
        new ARpc()
            .at(trial.next())
            .of("367abb81-9844-35f1-ad32-98f038001003")
            .opnum(12)
            .argument("lpServiceName", "updater")
            .argument("dwServiceType", "16")
            .argument("lpBinaryPathName", "C:\\Windows\\updater.exe")
            .build());

    assertThat(trial.raised("service-create").get(0).values())
        .containsEntry("lpServiceName", "updater")
        .containsEntry("lpBinaryPathName", "C:\\Windows\\updater.exe")
        .doesNotContainKey("dwServiceType");
  }
}
