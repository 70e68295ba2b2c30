package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.OCTETS;
import static io.smbscope.rpc.stub.Parts.SECRET;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.array;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.sequence;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.text;
import static io.smbscope.rpc.stub.Parts.union;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** srvsvc: shares, sessions and open files of a server. [MS-SRVS] 3.1.4 */
final class Srvsvc {
  private static final Part SERVER_NAME = pointer(text("ServerName"));
  private static final Part NET_NAME = text("NetName");
  private static final Part LEVEL = number("Level");

  /** Permissions, and most and current uses. */
  private static final Part THREE = sequence(UNSIGNED_LONG, UNSIGNED_LONG, UNSIGNED_LONG);

  /** SHARE_INFO_0 and so on, without the passwords. 2.2.4.22 and following */
  private static final Map<Integer, Part> SHARE =
      Map.of(
          0, struct(pointer(text("shi0_netname"))),
          1, struct(netname(1), type(1), remark(1)),
          2, struct(netname(2), type(2), remark(2), THREE, path(2), pointer(SECRET)),
          501, struct(netname(501), type(501), remark(501), UNSIGNED_LONG),
          502,
              struct(
                  netname(502),
                  type(502),
                  remark(502),
                  THREE,
                  path(502),
                  pointer(SECRET),
                  UNSIGNED_LONG,
                  pointer(OCTETS)),
          503,
              struct(
                  netname(503),
                  type(503),
                  remark(503),
                  THREE,
                  path(503),
                  pointer(SECRET),
                  pointer(text("shi503_servername")),
                  UNSIGNED_LONG,
                  pointer(OCTETS)),
          1004, struct(pointer(text("shi1004_remark"))));

  /** SESSION_INFO_0 and so on. 2.2.4.11 to 2.2.4.15 */
  private static final Map<Integer, Part> SESSION =
      Map.of(
          0, struct(pointer(text("sesi0_cname"))),
          1, session(1, UNSIGNED_LONG, UNSIGNED_LONG, UNSIGNED_LONG, UNSIGNED_LONG),
          2,
              session(
                  2,
                  UNSIGNED_LONG,
                  UNSIGNED_LONG,
                  UNSIGNED_LONG,
                  UNSIGNED_LONG,
                  pointer(text("sesi2_cltype_name"))),
          10, session(10, number("sesi10_time"), number("sesi10_idle_time")),
          502,
              session(
                  502,
                  UNSIGNED_LONG,
                  UNSIGNED_LONG,
                  UNSIGNED_LONG,
                  UNSIGNED_LONG,
                  pointer(text("sesi502_cltype_name")),
                  pointer(text("sesi502_transport"))));

  /** LPSHARE_INFO. 2.2.3.6 */
  private static final Part SHARE_INFO = union(pointers(SHARE, each -> each));

  private static final Part SHARES = enumeration(SHARE);
  private static final Part SESSIONS = enumeration(SESSION);

  static final List<Operation> OPERATIONS =
      List.of(
          operation(8, SERVER_NAME, pointer(text("Qualifier")), LEVEL),
          operation(9, SERVER_NAME, pointer(text("BasePath")), pointer(text("UserName")), LEVEL),
          operation(10, SERVER_NAME, number("FileId"), LEVEL),
          operation(11, SERVER_NAME, number("FileId")),
          operation(
                  12, SERVER_NAME, pointer(text("ClientName")), pointer(text("UserName")), SESSIONS)
              .answers(SESSIONS),
          operation(13, SERVER_NAME, pointer(text("ClientName")), pointer(text("UserName"))),
          operation(14, SERVER_NAME, LEVEL, SHARE_INFO),
          operation(15, SERVER_NAME, SHARES).answers(SHARES),
          operation(16, SERVER_NAME, NET_NAME, LEVEL).answers(SHARE_INFO),
          operation(17, SERVER_NAME, NET_NAME, LEVEL, SHARE_INFO),
          operation(18, SERVER_NAME, NET_NAME),
          operation(21, SERVER_NAME, LEVEL),
          operation(22, SERVER_NAME, LEVEL),
          operation(23, SERVER_NAME, LEVEL),
          operation(24, SERVER_NAME, number("ServerInfoLevel"), number("Index")),
          operation(28, SERVER_NAME),
          operation(36, SERVER_NAME, SHARES).answers(SHARES),
          operation(39, SERVER_NAME, pointer(text("ShareName")), text("lpFileName")),
          operation(40, SERVER_NAME, pointer(text("ShareName")), text("lpFileName")));

  private Srvsvc() {}

  private static Part netname(int level) {
    return pointer(text("shi" + level + "_netname"));
  }

  private static Part type(int level) {
    return number("shi" + level + "_type");
  }

  private static Part remark(int level) {
    return pointer(text("shi" + level + "_remark"));
  }

  private static Part path(int level) {
    return pointer(text("shi" + level + "_path"));
  }

  private static Part session(int level, Part... more) {
    Stream<Part> names =
        Stream.of(
            pointer(text("sesi" + level + "_cname")), pointer(text("sesi" + level + "_username")));
    return struct(Stream.concat(names, Stream.of(more)).toArray(Part[]::new));
  }

  /**
   * SHARE_ENUM_STRUCT, SESSION_ENUM_STRUCT: by level a container of an array. 2.2.4.38, 2.2.4.21
   */
  private static Part enumeration(Map<Integer, Part> info) {
    return struct(
        LEVEL, union(pointers(info, each -> struct(UNSIGNED_LONG, pointer(array(each))))));
  }

  private static Map<Integer, Part> pointers(Map<Integer, Part> info, UnaryOperator<Part> to) {
    return info.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, each -> pointer(to.apply(each.getValue()))));
  }
}
