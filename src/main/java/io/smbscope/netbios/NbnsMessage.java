package io.smbscope.netbios;

import io.smbscope.net.IpAddress;
import java.util.List;

/**
 * A name-service packet. RFC 1002 4.2.1
 *
 * @param transactionId NAME_TRN_ID
 * @param response R flag
 * @param opcode 0 query, 5 registration, 6 release, 7 WACK, 8 or 9 refresh, 15 multi-homed
 *     registration
 * @param flags NM_FLAGS: 0x40 authoritative answer, 0x20 truncated, 0x10 recursion desired, 0x08
 *     recursion available, 0x01 broadcast
 * @param rcode 0 positive; 1 format, 2 server, 3 name, 4 unsupported, 5 refused, 6 active, 7
 *     conflict
 * @param questions the question section
 * @param records answer, authority and additional sections, in this order
 */
public record NbnsMessage(
    int transactionId,
    boolean response,
    int opcode,
    int flags,
    int rcode,
    List<Question> questions,
    List<ResourceRecord> records) {
  public static final int TYPE_NB = 0x0020;
  public static final int TYPE_NBSTAT = 0x0021;

  /** NM_FLAGS: sent to all. */
  public static final int BROADCAST = 0x01;

  private static final int QUERY = 0;

  public boolean broadcast() {
    return (flags & BROADCAST) != 0;
  }

  /**
   * The opcode's name; {@code status} for a query of type NBSTAT or its answer. RFC 1002 4.2.1.1,
   * [MS-NBTE] 2.2.2
   */
  public String operation() {
    return switch (opcode) {
      case QUERY -> isStatus() ? "status" : "query";
      case 5 -> "registration";
      case 6 -> "release";
      case 7 -> "wack";
      case 8, 9 -> "refresh";
      case 15 -> "multihomed-registration";
      default -> "opcode-" + opcode;
    };
  }

  private boolean isStatus() {
    return questions.stream().anyMatch(question -> question.type() == TYPE_NBSTAT)
        || records.stream().anyMatch(entry -> entry.type() == TYPE_NBSTAT);
  }

  /** The name of a response's code. RFC 1002 4.2.6, 4.2.11, 4.2.14 */
  public String result() {
    return switch (rcode) {
      case 0 -> "positive";
      case 1 -> "format-error";
      case 2 -> "server-error";
      case 3 -> "name-error";
      case 4 -> "unsupported-request-error";
      case 5 -> "refused-error";
      case 6 -> "active-error";
      case 7 -> "name-in-conflict-error";
      default -> "rcode-" + rcode;
    };
  }

  /** RFC 1002 4.2.1.2 */
  public record Question(NetbiosName name, int type, int questionClass) {}

  /**
   * A resource record. RFC 1002 4.2.1.3
   *
   * @param section 0 answer, 1 authority, 2 additional
   * @param addresses of an NB record, else empty
   * @param nodeNames of an NBSTAT answer, else empty
   * @param unitId MAC address in an NBSTAT answer, or -1
   */
  public record ResourceRecord(
      int section,
      NetbiosName name,
      int type,
      int recordClass,
      long ttl,
      List<Address> addresses,
      List<NodeName> nodeNames,
      long unitId) {}

  /**
   * NB_FLAGS and NB_ADDRESS. RFC 1002 4.2.2
   *
   * @param group group name, else unique
   * @param ownerNodeType 0 B, 1 P, 2 M, 3 H node
   */
  public record Address(boolean group, int ownerNodeType, IpAddress address) {}

  /**
   * One entry of NODE_NAME_ARRAY. RFC 1002 4.2.18
   *
   * @param flags NAME_FLAGS: 0x8000 group, 0x1000 deregistering, 0x0800 conflict, 0x0400 active,
   *     0x0200 permanent
   */
  public record NodeName(NetbiosName name, int flags) {}
}
