package io.smbscope.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are names that Zeek and Suricata logged for recorded calls, or of [MS-*]. */
class InterfacesTest {

  @ParameterizedTest
  @CsvSource({
    "12345778-1234-abcd-ef00-0123456789ac, samr, 64, SamrConnect5",
    "12345778-1234-abcd-ef00-0123456789ac, samr, 13, SamrEnumerateUsersInDomain",
    "12345778-1234-abcd-ef00-0123456789ab, lsarpc, 68, LsarLookupNames3",
    "12345778-1234-abcd-ef00-0123456789ab, lsarpc, 44, LsarOpenPolicy2",
    "12345678-1234-abcd-ef00-01234567cffb, netlogon, 30, NetrServerPasswordSet2",
    "4b324fc8-1670-01d3-1278-5a47bf6ee188, srvsvc, 15, NetrShareEnum",
    "4b324fc8-1670-01d3-1278-5a47bf6ee188, srvsvc, 57, NetrShareDelEx",
    "6bffd098-a112-3610-9833-46c3f87e345a, wkssvc, 10, NetrUseDel",
    "367abb81-9844-35f1-ad32-98f038001003, svcctl, 12, CreateServiceW",
    "367abb81-9844-35f1-ad32-98f038001003, svcctl, 19, StartServiceW",
    "338cd001-2244-31f1-aaaa-900038001003, winreg, 3, OpenPerformanceData",
    "338cd001-2244-31f1-aaaa-900038001003, winreg, 31, BaseRegSaveKeyEx",
    "1ff70682-0a51-30e8-076d-740be8cee98b, atsvc, 0, NetrJobAdd",
    "86d35949-83c9-4044-b424-db363231fd0c, ITaskSchedulerService, 13, SchRpcDelete",
    "12345678-1234-abcd-ef00-0123456789ab, spoolss, 10, RpcEnumPrinterDrivers",
    "12345678-1234-abcd-ef00-0123456789ab, spoolss, 89, RpcAddPrinterDriverEx",
    "12345678-1234-abcd-ef00-0123456789ab, spoolss, 65, RpcRemoteFindFirstPrinterChangeNotificationEx",
    "76f03f96-cdfd-44fc-a22c-64950a001209, IRemoteWinspool, 39, RpcAsyncAddPrinterDriver",
    "c681d488-d850-11d0-8c52-00c04fd90f7e, efsrpc2, 7, EfsRpcQueryRecoveryAgents",
    "df1941c5-fe89-4e79-bf10-463657acf44d, efsrpc, 0, EfsRpcOpenFileRaw",
    "4fc742e0-4a10-11cf-8273-00aa004ae673, netdfs, 13, NetrDfsRemoveStdRoot",
    "a8e0653c-2744-4389-a61d-7373df8b2292, FileServerVssAgent, 9, IsPathShadowCopied",
    "82273fdc-e32a-18c3-3f78-827929dc23ea, eventlog, 9, ElfrOpenBELW",
    "f6beaff7-1e19-4fbb-9f8f-b89e2018337c, IEventService, 6, EvtRpcClearLog",
    "e3514235-4b06-11d1-ab04-00c04fc2dcd2, drsuapi, 3, DRSGetNCChanges",
    "e1af8308-5d1f-11c9-91a4-08002b14a0fa, epmapper, 3, ept_map",
    "894de0c0-0d55-11d3-a322-00c04fa321a1, InitShutdown, 2, BaseInitiateShutdownEx",
    "3dde7c30-165d-11d1-ab8f-00805f14db40, BackupKey, 0, bkrp_BackupKey",
  })
  void namesInterfacesAndOperations(UUID id, String endpoint, int opnum, String operation) {
    assertThat(Interfaces.endpoint(id)).isEqualTo(endpoint);
    assertThat(Interfaces.operation(id, opnum)).isEqualTo(operation);
  }

  @Test
  void whatIsNotKnownHasNoName() {
    UUID unknown = UUID.fromString("a0010000-0000-0000-c000-000000000046");
    assertThat(Interfaces.endpoint(unknown)).isNull();
    assertThat(Interfaces.operation(unknown, 16)).isNull();
    UUID samr = UUID.fromString("12345778-1234-abcd-ef00-0123456789ac");
    assertThat(Interfaces.operation(samr, 65_535)).isNull();
  }

  /** A line that is added twice, or with blanks for the tab, would be lost without notice. */
  @Test
  void everyLineOfTheTableIsRead() throws IOException {
    Set<String> seen = new HashSet<>();
    UUID id = null;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Interfaces.class.getResourceAsStream("interfaces.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        assertThat(line).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\t.+|\t\\d+\t\\w+");
        String[] columns = line.split("\t", 3);
        if (columns.length == 2) {
          id = UUID.fromString(columns[0]);
          assertThat(Interfaces.endpoint(id)).isEqualTo(columns[1]);
        } else {
          assertThat(Interfaces.operation(id, Integer.parseInt(columns[1]))).isEqualTo(columns[2]);
        }
        assertThat(seen.add(id + " " + (columns.length == 2 ? "" : columns[1]))).isTrue();
      }
    }
  }
}
