package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.FIRST_CHARACTER;
import static io.smbscope.rpc.stub.Parts.HANDLE;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.number8;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.unicodeString;

import io.smbscope.base.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** winreg: the registry. [MS-RRP] 3.1.5 */
final class Winreg {
  private static final Part SUB_KEY = unicodeString("lpSubKey");
  private static final Part VALUE_NAME = unicodeString("lpValueName");
  private static final Part FILE = unicodeString("lpFile");
  private static final Part SAM_DESIRED = number("samDesired");

  /** RPC_SECURITY_ATTRIBUTES, of which the descriptor does not matter. 2.2.7 */
  private static final Part SECURITY_ATTRIBUTES =
      struct(
          UNSIGNED_LONG,
          struct(pointer(Winreg::descriptor), UNSIGNED_LONG, UNSIGNED_LONG),
          number8("bInheritHandle"));

  private static final Part[] OPEN_ROOT = {FIRST_CHARACTER, SAM_DESIRED};

  static final List<Operation> OPERATIONS =
      List.of(
          operation(0, OPEN_ROOT),
          operation(1, OPEN_ROOT),
          operation(2, OPEN_ROOT),
          operation(3, OPEN_ROOT),
          operation(4, OPEN_ROOT),
          operation(6, HANDLE, SUB_KEY, unicodeString("lpClass"), number("dwOptions"), SAM_DESIRED),
          operation(7, HANDLE, SUB_KEY),
          operation(8, HANDLE, VALUE_NAME),
          operation(9, HANDLE, number("dwIndex")).answers(unicodeString("lpNameOut")),
          operation(10, HANDLE, number("dwIndex"))
              .answers(
                  unicodeString("lpValueNameOut"),
                  pointer(number("lpType")),
                  pointer(Winreg::data)),
          operation(13, HANDLE, SUB_KEY, FILE),
          operation(15, HANDLE, SUB_KEY, number("dwOptions"), SAM_DESIRED),
          operation(16, HANDLE),
          operation(17, HANDLE, VALUE_NAME)
              .answers(pointer(number("lpType")), pointer(Winreg::data)),
          operation(18, HANDLE, SUB_KEY, unicodeString("lpNewFile"), unicodeString("lpOldFile")),
          operation(19, HANDLE, FILE, number("Flags")),
          operation(20, HANDLE, FILE),
          operation(22, HANDLE, VALUE_NAME, number("dwType"), Winreg::newData),
          operation(23, HANDLE, SUB_KEY),
          operation(
              24,
              FIRST_CHARACTER,
              pointer(unicodeString("lpMessage")),
              number("dwTimeout"),
              number8("bForceAppsClosed"),
              number8("bRebootAfterShutdown")),
          operation(
              30,
              FIRST_CHARACTER,
              pointer(unicodeString("lpMessage")),
              number("dwTimeout"),
              number8("bForceAppsClosed"),
              number8("bRebootAfterShutdown"),
              number("dwReason")),
          operation(31, HANDLE, FILE, pointer(SECURITY_ATTRIBUTES), number("Flags")),
          operation(35, OPEN_ROOT));

  private static final int REG_SZ = 1;
  private static final int REG_EXPAND_SZ = 2;
  private static final int REG_DWORD = 4;
  private static final int REG_MULTI_SZ = 7;

  /** Octets of a value that are told. */
  private static final int DATA_TOLD = 256;

  private Winreg() {}

  /** A conformant and varying array of octets. */
  private static void descriptor(Ndr in) {
    in.word();
    in.word();
    in.octets(in.count(1));
  }

  /** Of BaseRegSetValue. */
  private static void newData(Ndr in) {
    tell(in, in.told("dwType"), in.octets(in.count(1)));
  }

  /** Of an answer. */
  private static void data(Ndr in) {
    in.word();
    in.word();
    tell(in, in.told("lpType"), in.octets(in.count(1)));
  }

  /** The registry keeps it little-endian, whoever sends it. 3.1.1.5 */
  private static void tell(Ndr in, String type, Bytes value) {
    int kind = type == null ? 0 : Integer.parseUnsignedInt(type);
    Bytes start = value.slice(0, Math.min(value.length(), DATA_TOLD));
    if (kind == REG_DWORD && value.length() == Integer.BYTES) {
      in.tell("lpData", Long.toString(value.u32le(0)));
    } else if (kind == REG_SZ || kind == REG_EXPAND_SZ || kind == REG_MULTI_SZ) {
      byte[] octets = start.slice(0, start.length() & ~1).copy();
      String text = new String(octets, StandardCharsets.UTF_16LE);
      in.tell("lpData", text.replaceAll("\0+$", ""));
    } else {
      in.tell("lpData", Parts.hex(start));
    }
  }
}
