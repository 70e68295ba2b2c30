package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.FIRST_CHARACTER;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.number8;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.unicodeString;

import java.util.List;

/** InitShutdown and WindowsShutdown: a machine is to shut down. [MS-RSP] 3.2.4, 3.3.4 */
final class InitShutdown {
  private static final Part MESSAGE = pointer(unicodeString("lpMessage"));
  private static final Part TIMEOUT = number("dwTimeout");
  private static final Part FORCE = number8("bForceAppsClosed");
  private static final Part REBOOT = number8("bRebootAfterShutdown");
  private static final Part REASON = number("dwReason");

  static final List<Operation> OPERATIONS =
      List.of(
          operation(0, FIRST_CHARACTER, MESSAGE, TIMEOUT, FORCE, REBOOT),
          operation(1, FIRST_CHARACTER),
          operation(2, FIRST_CHARACTER, MESSAGE, TIMEOUT, FORCE, REBOOT, REASON));

  /** WindowsShutdown. */
  static final List<Operation> WINDOWS =
      List.of(
          operation(
              0,
              MESSAGE,
              number("dwGracePeriod"),
              number("dwShutdownFlags"),
              REASON,
              pointer(unicodeString("lpClientHint"))),
          operation(1, pointer(unicodeString("lpClientHint"))));

  private InitShutdown() {}
}
