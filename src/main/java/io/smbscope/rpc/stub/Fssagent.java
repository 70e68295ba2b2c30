package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.guid;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.text;

import java.util.List;

/** FssagentRpc: shadow copies of shares. [MS-FSRVP] 3.1.4 */
final class Fssagent {
  static final List<Operation> OPERATIONS =
      List.of(
          operation(0),
          operation(1, number("Context")),
          operation(2, guid("ClientShadowCopySetId")),
          operation(3, guid("ClientShadowCopyId"), guid("ShadowCopySetId"), text("ShareName")),
          operation(8, text("ShareName")),
          operation(9, text("ShareName")));

  private Fssagent() {}
}
