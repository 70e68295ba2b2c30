package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.ALIGN_8;
import static io.smbscope.rpc.stub.Parts.HANDLE;
import static io.smbscope.rpc.stub.Parts.HYPER;
import static io.smbscope.rpc.stub.Parts.UNREAD;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.array;
import static io.smbscope.rpc.stub.Parts.guid;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.sequence;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.text;
import static io.smbscope.rpc.stub.Parts.union;

import io.smbscope.rpc.Argument;
import java.util.List;
import java.util.Map;

/** drsuapi: replication of the directory. Mostly encrypted. [MS-DRSR] 4.1 */
final class Drsuapi {
  private static final int SID_LENGTH = 28;

  /** DRS_MSG_GETCHGREQ_V8, of which V10 only adds to the end. 4.1.10.2.6 */
  private static final Part CHANGES =
      sequence(
          ALIGN_8,
          guid("uuidDsaObjDest"),
          guid("uuidInvocIdSrc"),
          pointer(Drsuapi::name),
          HYPER,
          HYPER,
          HYPER,
          pointer(UNREAD),
          number("ulFlags"),
          UNSIGNED_LONG,
          UNSIGNED_LONG,
          number("ulExtendedOp"),
          HYPER,
          pointer(UNREAD),
          pointer(UNREAD),
          UNSIGNED_LONG,
          pointer(UNREAD));

  /** DRS_MSG_CRACKREQ_V1. 4.1.4.1.2 */
  private static final Part NAMES =
      struct(
          UNSIGNED_LONG,
          UNSIGNED_LONG,
          number("dwFlags"),
          number("formatOffered"),
          number("formatDesired"),
          UNSIGNED_LONG,
          pointer(array(pointer(text("rpNames")))));

  static final List<Operation> OPERATIONS =
      List.of(
          operation(0),
          operation(1, HANDLE),
          operation(2, HANDLE),
          operation(3, HANDLE, number("dwInVersion"), union(Map.of(8, CHANGES, 10, CHANGES))),
          operation(4, HANDLE, number("dwVersion")),
          operation(5, HANDLE, number("dwVersion")),
          operation(12, HANDLE, number("dwInVersion"), union(Map.of(1, NAMES))));

  private Drsuapi() {}

  /** DSNAME: a conformant structure. 5.50 */
  private static void name(Ndr in) {
    int characters = in.count(2);
    in.u32();
    in.u32();
    in.octets(Long.BYTES * 2 + SID_LENGTH);
    in.u32();
    in.tell("pNC", in.wide(characters, Argument.MAX_VALUE));
  }
}
