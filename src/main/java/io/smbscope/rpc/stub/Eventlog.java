package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.FIRST_CHARACTER;
import static io.smbscope.rpc.stub.Parts.HANDLE;
import static io.smbscope.rpc.stub.Parts.narrowString;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.text;
import static io.smbscope.rpc.stub.Parts.unicodeString;

import java.util.List;

/** The event log: eventlog [MS-EVEN] 3.1.4, and IEventService [MS-EVEN6] 3.1.4. */
final class Eventlog {
  private static final Part BACKUP = unicodeString("BackupFileName");
  private static final Part NARROW_BACKUP = narrowString("BackupFileName");

  /** A server's name of octets, without [string]. */
  private static final Part FIRST_OCTET = pointer(Ndr::u8);

  static final List<Operation> OPERATIONS =
      List.of(
          operation(0, HANDLE, pointer(BACKUP)),
          operation(1, HANDLE, BACKUP),
          operation(
              7,
              FIRST_CHARACTER,
              unicodeString("ModuleName"),
              unicodeString("RegModuleName"),
              number("MajorVersion"),
              number("MinorVersion")),
          operation(9, FIRST_CHARACTER, BACKUP, number("MajorVersion"), number("MinorVersion")),
          operation(12, HANDLE, pointer(NARROW_BACKUP)),
          operation(13, HANDLE, NARROW_BACKUP),
          operation(
              14,
              FIRST_OCTET,
              narrowString("ModuleName"),
              narrowString("RegModuleName"),
              number("MajorVersion"),
              number("MinorVersion")),
          operation(
              16, FIRST_OCTET, NARROW_BACKUP, number("MajorVersion"), number("MinorVersion")));

  static final List<Operation> VERSION_6 =
      List.of(
          operation(5, pointer(text("path")), text("query"), number("flags")),
          operation(6, HANDLE, text("channelPath"), pointer(text("backupPath")), number("flags")),
          operation(
              7,
              HANDLE,
              pointer(text("channelPath")),
              text("query"),
              text("backupPath"),
              number("flags")));

  private Eventlog() {}
}
