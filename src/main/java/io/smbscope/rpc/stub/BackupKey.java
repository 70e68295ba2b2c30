package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.OCTETS;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.guid;
import static io.smbscope.rpc.stub.Parts.number;

import java.util.List;

/** BackupKey: secrets wrapped with the keys of a domain. [MS-BKRP] 3.1.4 */
final class BackupKey {
  static final List<Operation> OPERATIONS =
      List.of(operation(0, guid("pguidActionAgent"), OCTETS, UNSIGNED_LONG, number("dwParam")));

  private BackupKey() {}
}
