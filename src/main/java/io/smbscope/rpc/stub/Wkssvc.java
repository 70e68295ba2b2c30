package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.array;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.text;
import static io.smbscope.rpc.stub.Parts.union;

import java.util.List;
import java.util.Map;

/** wkssvc: the workstation service. [MS-WKST] 3.2.4 */
final class Wkssvc {
  private static final Part SERVER_NAME = pointer(text("ServerName"));
  private static final Part LEVEL = number("Level");

  /** WKSTA_USER_ENUM_STRUCT: who is logged on. 2.2.5.14 */
  private static final Part USERS =
      struct(
          LEVEL,
          union(
              Map.of(
                  0,
                  container(struct(pointer(text("wkui0_username")))),
                  1,
                  container(
                      struct(
                          pointer(text("wkui1_username")),
                          pointer(text("wkui1_logon_domain")),
                          pointer(text("wkui1_oth_domains")),
                          pointer(text("wkui1_logon_server")))))));

  static final List<Operation> OPERATIONS =
      List.of(
          operation(0, SERVER_NAME, LEVEL),
          operation(1, SERVER_NAME, LEVEL),
          operation(2, SERVER_NAME, USERS).answers(USERS),
          operation(5, SERVER_NAME, LEVEL));

  private Wkssvc() {}

  private static Part container(Part element) {
    return pointer(struct(UNSIGNED_LONG, pointer(array(element))));
  }
}
