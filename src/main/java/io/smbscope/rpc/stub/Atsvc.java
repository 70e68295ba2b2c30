package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.SECRET;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.array;
import static io.smbscope.rpc.stub.Parts.guid;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.number8;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.text;

import io.smbscope.rpc.Argument;
import java.util.List;

/** The task scheduler: atsvc, sasec and ITaskSchedulerService. [MS-TSCH] 3.2.5 */
final class Atsvc {
  private static final Part SERVER_NAME = pointer(text("ServerName"));
  private static final Part PATH = text("path");
  private static final Part FLAGS = number("flags");

  static final List<Operation> OPERATIONS =
      List.of(
          operation(
                  0,
                  SERVER_NAME,
                  struct(
                      number("JobTime"),
                      number("DaysOfMonth"),
                      number8("DaysOfWeek"),
                      number8("Flags"),
                      pointer(text("Command"))))
              .answers(number("pJobId")),
          operation(1, SERVER_NAME, number("MinJobId"), number("MaxJobId")),
          operation(2, SERVER_NAME),
          operation(3, SERVER_NAME, number("JobId")));

  /** sasec. Passwords are left out. */
  static final List<Operation> ACCOUNTS =
      List.of(
          operation(0, pointer(text("Handle")), text("pwszJobName"), text("pwszAccount")),
          operation(1, pointer(text("Handle")), pointer(text("pwszAccount"))));

  /** ITaskSchedulerService. */
  static final List<Operation> SERVICE =
      List.of(
          operation(
                  1,
                  pointer(PATH),
                  text("xml", Argument.MAX_XML),
                  FLAGS,
                  pointer(text("sddl")),
                  number("logonType"),
                  UNSIGNED_LONG,
                  pointer(array(struct(pointer(text("userId")), pointer(SECRET), UNSIGNED_LONG))))
              .answers(pointer(text("pActualPath"))),
          operation(2, PATH),
          operation(3, PATH, pointer(text("sddl")), FLAGS),
          operation(4, PATH, text("sddl"), FLAGS),
          operation(5, PATH, number("securityInformation")),
          operation(6, PATH, FLAGS),
          operation(7, PATH, FLAGS),
          operation(8, pointer(PATH), FLAGS),
          operation(10, guid("guid"), FLAGS),
          operation(11, pointer(PATH), FLAGS),
          operation(
                  12,
                  PATH,
                  number("cArgs"),
                  pointer(array(pointer(text("pArgs")))),
                  FLAGS,
                  number("sessionId"),
                  pointer(text("user")))
              .answers(guid("pGuid")),
          operation(13, PATH, FLAGS),
          operation(14, PATH, text("newName"), FLAGS),
          operation(16, PATH),
          operation(17, PATH, FLAGS),
          operation(19, PATH, number("enabled")));

  private Atsvc() {}
}
