package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.ALIGN_8;
import static io.smbscope.rpc.stub.Parts.FILETIME;
import static io.smbscope.rpc.stub.Parts.HANDLE;
import static io.smbscope.rpc.stub.Parts.HYPER;
import static io.smbscope.rpc.stub.Parts.OCTETS;
import static io.smbscope.rpc.stub.Parts.UNREAD;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.number16;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.sequence;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.text;
import static io.smbscope.rpc.stub.Parts.union;

import io.smbscope.rpc.Argument;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The print spooler: spoolss [MS-RPRN] 3.1.4, and IRemoteWinspool [MS-PAR] 3.1.4. */
final class Spoolss {
  /** DEVMODE_CONTAINER. [MS-RPRN] 2.2.1.2.1 */
  private static final Part DEVMODE_CONTAINER = struct(UNSIGNED_LONG, pointer(OCTETS));

  /** SPLCLIENT_CONTAINER. [MS-RPRN] 2.2.1.2.14 */
  private static final Part CLIENT_CONTAINER =
      struct(
          UNSIGNED_LONG,
          union(
              Map.of(
                  1,
                  pointer(
                      struct(
                          UNSIGNED_LONG,
                          pointer(text("pMachineName")),
                          pointer(text("pUserName")),
                          number("dwBuildNum"),
                          number("dwMajorVersion"),
                          number("dwMinorVersion"),
                          number16("wProcessorArchitecture"))))));

  private static final Part DRIVER_CONTAINER = driverContainer();

  /** MONITOR_CONTAINER. [MS-RPRN] 2.2.1.2.8 */
  private static final Part MONITOR_CONTAINER =
      struct(
          number("Level"),
          union(
              Map.of(
                  1,
                  pointer(struct(pointer(text("pName")))),
                  2,
                  pointer(
                      struct(
                          pointer(text("pName")),
                          pointer(text("pEnvironment")),
                          pointer(text("pDLLName")))))));

  private static final Part[] ADD_PRINT_PROCESSOR = {
    pointer(text("pName")), text("pEnvironment"), text("pPathName"), text("pPrintProcessorName")
  };

  private static final Part[] OPEN_PRINTER = {
    pointer(text("pPrinterName")),
    pointer(text("pDatatype")),
    DEVMODE_CONTAINER,
    number("AccessRequired")
  };

  private static final Part[] OPEN_PRINTER_EX = {
    OPEN_PRINTER[0], OPEN_PRINTER[1], OPEN_PRINTER[2], OPEN_PRINTER[3], CLIENT_CONTAINER
  };

  static final List<Operation> OPERATIONS =
      List.of(
          operation(1, OPEN_PRINTER),
          operation(9, pointer(text("pName")), DRIVER_CONTAINER),
          operation(10, pointer(text("pName")), pointer(text("pEnvironment")), number("Level")),
          operation(14, ADD_PRINT_PROCESSOR),
          operation(46, pointer(text("Name")), MONITOR_CONTAINER),
          operation(
              62,
              HANDLE,
              number("fdwFlags"),
              number("fdwOptions"),
              pointer(text("pszLocalMachine")),
              number("dwPrinterLocal")),
          operation(
              65,
              HANDLE,
              number("fdwFlags"),
              number("fdwOptions"),
              pointer(text("pszLocalMachine")),
              number("dwPrinterLocal")),
          operation(69, OPEN_PRINTER_EX),
          operation(77, HANDLE, text("pKeyName"), text("pValueName"), number("Type")),
          operation(89, pointer(text("pName")), DRIVER_CONTAINER, number("dwFileCopyFlags")));

  static final List<Operation> ASYNCHRONOUS =
      List.of(
          operation(0, OPEN_PRINTER_EX),
          operation(39, pointer(text("pName")), DRIVER_CONTAINER, number("dwFileCopyFlags")),
          operation(44, ADD_PRINT_PROCESSOR),
          operation(51, pointer(text("Name")), MONITOR_CONTAINER),
          operation(
              62,
              pointer(text("pszServer")),
              pointer(text("pszInfPath")),
              text("pszDriverName"),
              text("pszEnvironment"),
              number("dwFlags")));

  private Spoolss() {}

  /** DRIVER_CONTAINER, and DRIVER_INFO of each level. [MS-RPRN] 2.2.1.2.3, 2.2.1.5 */
  private static Part driverContainer() {
    List<Part> two =
        List.of(
            number("cVersion"),
            pointer(text("pName")),
            pointer(text("pEnvironment")),
            pointer(text("pDriverPath")),
            pointer(text("pDataFile")),
            pointer(text("pConfigFile")));
    List<Part> three =
        join(
            two,
            pointer(text("pHelpFile")),
            pointer(text("pMonitorName")),
            pointer(text("pDefaultDataType")),
            UNSIGNED_LONG,
            pointer(multiString("pDependentFiles")));
    List<Part> four = join(three, UNSIGNED_LONG, pointer(multiString("pszzPreviousNames")));
    List<Part> six =
        join(
            four,
            FILETIME,
            HYPER,
            pointer(text("pMfgName")),
            pointer(text("pOEMUrl")),
            pointer(text("pHardwareID")),
            pointer(text("pProvider")));
    List<Part> eight =
        join(
            six,
            pointer(text("pPrintProcessor")),
            pointer(text("pVendorSetup")),
            UNSIGNED_LONG,
            pointer(multiString("pszzColorProfiles")),
            pointer(text("pInfPath")),
            UNSIGNED_LONG,
            UNSIGNED_LONG,
            pointer(UNREAD),
            FILETIME,
            HYPER);
    return struct(
        number("Level"),
        union(
            Map.of(
                1, pointer(struct(pointer(text("pName")))),
                2, driverInfo(two),
                3, driverInfo(three),
                4, driverInfo(four),
                6, driverInfo(six),
                8, driverInfo(eight))));
  }

  /** A structure with a hyper is aligned as that is. */
  private static Part driverInfo(List<Part> members) {
    Part all = struct(members.toArray(Part[]::new));
    return pointer(members.contains(HYPER) ? sequence(ALIGN_8, all) : all);
  }

  private static List<Part> join(List<Part> members, Part... more) {
    return Stream.concat(members.stream(), Stream.of(more)).toList();
  }

  /** Each of the strings in a conformant array of characters, up to the empty one at its end. */
  private static Part multiString(String name) {
    return in -> {
      String all = in.wide(in.count(2), Argument.MAX_VALUE);
      for (String each : all.split("\0", -1)) {
        in.tell(name, each);
      }
    };
  }
}
