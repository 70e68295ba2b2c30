package io.smbscope.detect.lateral;

import io.smbscope.detect.Rule;
import io.smbscope.event.Confidence;
import io.smbscope.event.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Operations of an interface that one rule is about.
 *
 * @param of UUID of the interface
 */
record RemoteCall(Rule rule, UUID of, List<Integer> opnums) {
  static final Rule SERVICE =
      Rule.of(
          "service-create",
          "Service made, changed or started from another host",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1569.002 T1543.003",
          "A call to the service manager: CreateService, ChangeServiceConfig or StartService.",
          "Look at the service's program on the server, and ask who administers it from this client.");
  static final Rule TASK =
      Rule.of(
          "task-create",
          "Task scheduled or run from another host",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1053.005 T1053.002",
          "A call to the task scheduler: SchRpcRegisterTask, SchRpcRun, SchRpcEnableTask, NetrJobAdd.",
          "Look at what the task runs, and ask who administers the server from this client.");
  static final Rule WMI =
      Rule.of(
          "wmi-dcom",
          "Object made or method called over DCOM",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1047 T1021.003",
          "RemoteCreateInstance, or ExecMethod of Windows Management Instrumentation.",
          "Look at the processes that WMI started on the server at that time.");
  private static final Rule REGISTRY_WRITE =
      Rule.of(
          "remote-registry-write",
          "Registry changed from another host",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1112",
          "A call to the remote registry that makes, sets, loads, restores or deletes.",
          "Compare the key with a backup, and stop the remote registry service where nobody needs it.");
  private static final Rule REGISTRY_READ =
      Rule.of(
          "remote-registry-read",
          "Registry read from another host",
          Severity.LOW,
          Confidence.HIGH,
          "T1012",
          "A call to the remote registry that opens a key or reads a value.",
          "Stop the remote registry service where nobody needs it.");
  private static final Rule PRINT_MONITOR =
      Rule.of(
          "print-monitor",
          "Print monitor or processor added from another host",
          Severity.HIGH,
          Confidence.MEDIUM,
          "T1547.010",
          "A call to the spooler: AddMonitor or AddPrintProcessor; both load a library into it.",
          "Look at the library, and stop the spooler where nobody prints.");
  private static final Rule EVENT_LOG =
      Rule.of(
          "eventlog-clear",
          "Event log cleared from another host",
          Severity.HIGH,
          Confidence.HIGH,
          "T1070.001",
          "A call that clears an event log: ElfrClearELF or EvtRpcClearLog.",
          "Find what the log held in copies elsewhere, and what its clearing was to hide.");
  private static final Rule SHUTDOWN =
      Rule.of(
          "remote-shutdown",
          "Shutdown ordered from another host",
          Severity.HIGH,
          Confidence.HIGH,
          "T1529",
          "A call that shuts the system down or restarts it.",
          "Ask who administers the server from this client.");
  private static final Rule SHARE =
      Rule.of(
          "share-create",
          "Share made, changed or removed from another host",
          Severity.MEDIUM,
          Confidence.HIGH,
          "T1135",
          "A call to the server service: NetrShareAdd, NetrShareSetInfo or NetrShareDel.",
          "Look at the share's folder and permissions.");

  /** svcctl. [MS-SCMR] */
  static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");

  /** Every one that is told; [MS-SCMR], [MS-TSCH], [MS-RRP], [MS-RPRN], [MS-EVEN], [MS-RSP]... */
  static final List<Rule> RULES =
      List.of(
          SERVICE,
          TASK,
          WMI,
          REGISTRY_WRITE,
          REGISTRY_READ,
          PRINT_MONITOR,
          EVENT_LOG,
          SHUTDOWN,
          SHARE);

  static final List<RemoteCall> ALL =
      List.of(
          call(SERVICE, SVCCTL.toString(), 11, 12, 19, 23, 24, 31, 44, 45, 60),
          call(TASK, "1ff70682-0a51-30e8-076d-740be8cee98b", 0), // atsvc
          call(TASK, "86d35949-83c9-4044-b424-db363231fd0c", 1, 12, 19), // ITaskSchedulerService
          call(TASK, "378e52b0-c0a9-11cf-822d-00aa0051e40f", 0, 1), // sasec
          call(WMI, "000001a0-0000-0000-c000-000000000046", 4), // IRemoteSCMActivator
          call(WMI, "9556dc99-828c-11cf-a37e-00aa003240c7", 24, 25), // IWbemServices
          call(
              REGISTRY_WRITE,
              "338cd001-2244-31f1-aaaa-900038001003",
              6,
              7,
              8,
              13,
              18,
              19,
              21,
              22,
              23,
              35),
          call(REGISTRY_READ, "338cd001-2244-31f1-aaaa-900038001003", 2, 15, 17),
          call(SHUTDOWN, "338cd001-2244-31f1-aaaa-900038001003", 24, 30),
          call(PRINT_MONITOR, "12345678-1234-abcd-ef00-0123456789ab", 14, 46), // spoolss
          call(PRINT_MONITOR, "76f03f96-cdfd-44fc-a22c-64950a001209", 44, 51), // IRemoteWinspool
          call(EVENT_LOG, "82273fdc-e32a-18c3-3f78-827929dc23ea", 0, 12), // eventlog
          call(EVENT_LOG, "f6beaff7-1e19-4fbb-9f8f-b89e2018337c", 6), // IEventService
          call(SHUTDOWN, "894de0c0-0d55-11d3-a322-00c04fa321a1", 0, 2), // InitShutdown
          call(SHUTDOWN, "d95afe70-a6d5-4259-822e-2c84da1ddb0d", 0), // WindowsShutdown
          call(SHUTDOWN, "5ca4a760-ebb1-11cf-8611-00a0245420ed", 15), // winstation_rpc
          call(SHARE, "4b324fc8-1670-01d3-1278-5a47bf6ee188", 14, 17, 18)); // srvsvc

  private static RemoteCall call(Rule rule, String of, Integer... opnums) {
    return new RemoteCall(rule, UUID.fromString(of), Arrays.asList(opnums));
  }
}
