package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.HANDLE;
import static io.smbscope.rpc.stub.Parts.OCTETS;
import static io.smbscope.rpc.stub.Parts.UNREAD;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.array;
import static io.smbscope.rpc.stub.Parts.narrowText;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.text;
import static io.smbscope.rpc.stub.Parts.union;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** svcctl: the service control manager. [MS-SCMR] 3.1.4 */
final class Svcctl {
  private static final Function<String, Part> WIDE = Parts::text;
  private static final Function<String, Part> NARROW = Parts::narrowText;

  static final List<Operation> OPERATIONS =
      List.of(
          operation(1, HANDLE, number("dwControl")),
          operation(2, HANDLE),
          changeServiceConfig(11, WIDE),
          createService(12, WIDE),
          openManager(15, WIDE),
          operation(16, HANDLE, text("lpServiceName"), number("dwDesiredAccess")),
          startService(19, WIDE),
          changeServiceConfig(23, NARROW),
          createService(24, NARROW),
          openManager(27, NARROW),
          operation(28, HANDLE, narrowText("lpServiceName"), number("dwDesiredAccess")),
          startService(31, NARROW),
          changeServiceConfig2(36, NARROW),
          changeServiceConfig2(37, WIDE),
          createService(44, NARROW),
          createService(45, WIDE),
          createService(60, WIDE));

  private Svcctl() {}

  private static Operation openManager(int opnum, Function<String, Part> text) {
    return operation(
        opnum,
        pointer(text.apply("lpMachineName")),
        pointer(text.apply("lpDatabaseName")),
        number("dwDesiredAccess"));
  }

  private static Operation createService(int opnum, Function<String, Part> text) {
    return operation(
        opnum,
        HANDLE,
        text.apply("lpServiceName"),
        pointer(text.apply("lpDisplayName")),
        number("dwDesiredAccess"),
        number("dwServiceType"),
        number("dwStartType"),
        number("dwErrorControl"),
        text.apply("lpBinaryPathName"),
        pointer(text.apply("lpLoadOrderGroup")),
        pointer(UNSIGNED_LONG),
        pointer(OCTETS),
        UNSIGNED_LONG,
        pointer(text.apply("lpServiceStartName")));
  }

  private static Operation changeServiceConfig(int opnum, Function<String, Part> text) {
    return operation(
        opnum,
        HANDLE,
        number("dwServiceType"),
        number("dwStartType"),
        number("dwErrorControl"),
        pointer(text.apply("lpBinaryPathName")),
        pointer(text.apply("lpLoadOrderGroup")),
        pointer(UNSIGNED_LONG),
        pointer(OCTETS),
        UNSIGNED_LONG,
        pointer(text.apply("lpServiceStartName")),
        pointer(OCTETS),
        UNSIGNED_LONG,
        pointer(text.apply("lpDisplayName")));
  }

  private static Operation startService(int opnum, Function<String, Part> text) {
    return operation(opnum, HANDLE, number("argc"), pointer(array(pointer(text.apply("argv")))));
  }

  /** What is to run when the service fails is a way to run it. SC_RPC_CONFIG_INFOW, 2.2.22 */
  private static Operation changeServiceConfig2(int opnum, Function<String, Part> text) {
    Part description = struct(pointer(text.apply("lpDescription")));
    Part failureActions =
        struct(
            number("dwResetPeriod"),
            pointer(text.apply("lpRebootMsg")),
            pointer(text.apply("lpCommand")),
            UNSIGNED_LONG,
            pointer(UNREAD));
    return operation(
        opnum,
        HANDLE,
        struct(
            number("dwInfoLevel"),
            union(Map.of(1, pointer(description), 2, pointer(failureActions)))));
  }
}
