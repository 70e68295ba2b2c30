package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.OCTETS;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.text;

import java.util.List;

/** efsrpc: the Encrypting File System on another machine. [MS-EFSR] 3.1.4.2 */
final class EfsRpc {
  private static final Part FILE_NAME = text("FileName");

  /** EFS_RPC_BLOB. 2.2.8 */
  private static final Part BLOB = struct(UNSIGNED_LONG, pointer(OCTETS));

  static final List<Operation> OPERATIONS =
      List.of(
          operation(0, FILE_NAME, number("Flags")),
          operation(4, FILE_NAME),
          operation(5, FILE_NAME, number("OpenFlag")),
          operation(6, FILE_NAME),
          operation(7, FILE_NAME),
          operation(8, FILE_NAME),
          operation(9, FILE_NAME),
          operation(12, FILE_NAME, number("InfoClass")),
          operation(
              13,
              text("SrcFileName"),
              text("DestFileName"),
              number("dwCreationDisposition"),
              number("dwAttributes"),
              pointer(BLOB),
              number("bInheritHandle")),
          operation(15, number("dwFlags"), pointer(BLOB), FILE_NAME),
          operation(
              16, number("dwFileKeyInfoFlags"), pointer(BLOB), FILE_NAME, number("InfoClass")),
          operation(18, FILE_NAME),
          operation(19, FILE_NAME),
          operation(21, FILE_NAME, pointer(text("ProtectorDescriptor")), number("Flags")),
          operation(22, FILE_NAME));

  private EfsRpc() {}
}
