package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.FIRST_CHARACTER;
import static io.smbscope.rpc.stub.Parts.HANDLE;
import static io.smbscope.rpc.stub.Parts.UNREAD;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.array;
import static io.smbscope.rpc.stub.Parts.enumeration;
import static io.smbscope.rpc.stub.Parts.narrowString;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.number8;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.sid;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.text;
import static io.smbscope.rpc.stub.Parts.unicodeString;

import java.util.List;

/** lsarpc: policy, secrets and rights [MS-LSAD] 3.1.4; names and SIDs [MS-LSAT] 3.1.4. */
final class Lsarpc {
  private static final Part SYSTEM_NAME = pointer(text("SystemName"));
  private static final Part ACCESS = number("DesiredAccess");
  private static final Part ACCOUNT_SID = sid("AccountSid");

  /** LSAPR_OBJECT_ATTRIBUTES, of which nothing is used. [MS-LSAD] 2.2.2.4 */
  private static final Part OBJECT_ATTRIBUTES =
      struct(
          UNSIGNED_LONG,
          pointer(Ndr::u8),
          pointer(narrowString("ObjectName")),
          UNSIGNED_LONG,
          pointer(UNREAD),
          pointer(Lsarpc::qualityOfService));

  /** LSAPR_SID_ENUM_BUFFER. [MS-LSAT] 2.2.18 */
  private static final Part SIDS =
      struct(UNSIGNED_LONG, pointer(array(struct(pointer(sid("Sid"))))));

  /** LSAPR_USER_RIGHT_SET. [MS-LSAD] 2.2.5.3 */
  private static final Part RIGHTS =
      struct(UNSIGNED_LONG, pointer(array(unicodeString("UserRights"))));

  /** LSAPR_REFERENCED_DOMAIN_LIST. [MS-LSAT] 2.2.12 */
  private static final Part DOMAINS =
      pointer(
          struct(
              UNSIGNED_LONG,
              pointer(array(struct(unicodeString("ReferencedDomains"), pointer(sid("DomainSid"))))),
              UNSIGNED_LONG));

  /** LSAPR_TRANSLATED_NAMES; [MS-LSAT] 2.2.20. */
  private static final Part NAMES =
      translated(enumeration("Use"), unicodeString("Name"), UNSIGNED_LONG);

  /** LSAPR_TRANSLATED_NAMES_EX; 2.2.22. */
  private static final Part NAMES_EX =
      translated(enumeration("Use"), unicodeString("Name"), UNSIGNED_LONG, UNSIGNED_LONG);

  /** LSAPR_TRANSLATED_SIDS; 2.2.16. */
  private static final Part RIDS =
      translated(enumeration("Use"), number("RelativeId"), UNSIGNED_LONG);

  /** LSAPR_TRANSLATED_SIDS_EX; 2.2.24. */
  private static final Part RIDS_EX =
      translated(enumeration("Use"), number("RelativeId"), UNSIGNED_LONG, UNSIGNED_LONG);

  /** LSAPR_TRANSLATED_SIDS_EX2; 2.2.26. */
  private static final Part SIDS_EX2 =
      translated(enumeration("Use"), pointer(sid("Sid")), UNSIGNED_LONG, UNSIGNED_LONG);

  private static final Part ASKED_NAMES = array(unicodeString("Names"));

  static final List<Operation> OPERATIONS =
      List.of(
          operation(0, HANDLE),
          operation(2, HANDLE, number("EnumerationContext")),
          operation(6, FIRST_CHARACTER, OBJECT_ATTRIBUTES, ACCESS),
          operation(7, HANDLE, enumeration("InformationClass")),
          operation(11, HANDLE, number("EnumerationContext")),
          operation(14, HANDLE, UNSIGNED_LONG, ASKED_NAMES).answers(DOMAINS, RIDS),
          operation(15, HANDLE, SIDS).answers(DOMAINS, NAMES),
          operation(17, HANDLE, ACCOUNT_SID, ACCESS),
          operation(25, HANDLE, sid("TrustedDomainSid"), ACCESS),
          operation(28, HANDLE, unicodeString("SecretName"), ACCESS),
          operation(35, HANDLE, pointer(unicodeString("UserRight"))).answers(SIDS),
          operation(36, HANDLE, ACCOUNT_SID).answers(RIGHTS),
          operation(37, HANDLE, ACCOUNT_SID, RIGHTS),
          operation(38, HANDLE, ACCOUNT_SID, number8("AllRights"), RIGHTS),
          operation(42, HANDLE, unicodeString("KeyName")),
          operation(43, HANDLE, unicodeString("KeyName")),
          operation(44, SYSTEM_NAME, OBJECT_ATTRIBUTES, ACCESS),
          operation(45, SYSTEM_NAME).answers(pointer(unicodeString("UserName"))),
          operation(46, HANDLE, enumeration("InformationClass")),
          operation(50, HANDLE, number("EnumerationContext")),
          operation(57, HANDLE, SIDS).answers(DOMAINS, NAMES_EX),
          operation(58, HANDLE, UNSIGNED_LONG, ASKED_NAMES).answers(DOMAINS, RIDS_EX),
          operation(68, HANDLE, UNSIGNED_LONG, ASKED_NAMES).answers(DOMAINS, SIDS_EX2),
          operation(76, SIDS).answers(DOMAINS, NAMES_EX),
          operation(77, UNSIGNED_LONG, ASKED_NAMES).answers(DOMAINS, SIDS_EX2));

  private Lsarpc() {}

  /** What was found, an element for each that was asked for. */
  private static Part translated(Part... members) {
    return struct(UNSIGNED_LONG, pointer(array(struct(members))));
  }

  /** SECURITY_QUALITY_OF_SERVICE. [MS-LSAD] 2.2.3.7 */
  private static void qualityOfService(Ndr in) {
    in.u32();
    in.enumeration();
    in.u8();
    in.u8();
  }
}
