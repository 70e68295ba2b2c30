package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.number8;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.text;

import java.util.List;

/** netdfs: namespaces of the Distributed File System. [MS-DFSNM] 3.1.4 */
final class Netdfs {
  private static final Part DFS_ENTRY_PATH = text("DfsEntryPath");
  private static final Part SERVER_NAME = text("ServerName");
  private static final Part ROOT_SHARE = text("RootShare");

  static final List<Operation> OPERATIONS =
      List.of(
          operation(
              1,
              DFS_ENTRY_PATH,
              SERVER_NAME,
              pointer(text("ShareName")),
              pointer(text("Comment")),
              number("Flags")),
          operation(2, DFS_ENTRY_PATH, pointer(SERVER_NAME), pointer(text("ShareName"))),
          operation(
              4, DFS_ENTRY_PATH, pointer(SERVER_NAME), pointer(text("ShareName")), number("Level")),
          operation(5, number("Level"), number("PrefMaxLen")),
          operation(
              10,
              SERVER_NAME,
              text("DcName"),
              ROOT_SHARE,
              text("FtDfsName"),
              text("Comment"),
              text("ConfigDN"),
              number8("NewFtDfs"),
              number("ApiFlags")),
          operation(
              11, SERVER_NAME, text("DcName"), ROOT_SHARE, text("FtDfsName"), number("ApiFlags")),
          operation(12, SERVER_NAME, ROOT_SHARE, text("Comment"), number("ApiFlags")),
          operation(13, SERVER_NAME, ROOT_SHARE, number("ApiFlags")),
          operation(14, SERVER_NAME, number("Flags")),
          operation(15, SERVER_NAME, ROOT_SHARE, text("Comment"), text("Share")),
          operation(21, DFS_ENTRY_PATH, number("Level"), number("PrefMaxLen")),
          operation(
              23,
              pointer(text("pDfsPath")),
              pointer(text("pTargetPath")),
              number("MajorVersion"),
              pointer(text("pComment")),
              number8("NewNamespace"),
              number("Flags")),
          operation(24, pointer(text("pDfsPath")), pointer(text("pTargetPath")), number("Flags")));

  private Netdfs() {}
}
