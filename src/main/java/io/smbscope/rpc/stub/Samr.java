package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.HANDLE;
import static io.smbscope.rpc.stub.Parts.UNSIGNED_LONG;
import static io.smbscope.rpc.stub.Parts.array;
import static io.smbscope.rpc.stub.Parts.enumeration;
import static io.smbscope.rpc.stub.Parts.narrowString;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.sid;
import static io.smbscope.rpc.stub.Parts.struct;
import static io.smbscope.rpc.stub.Parts.text;
import static io.smbscope.rpc.stub.Parts.unicodeString;
import static io.smbscope.rpc.stub.Parts.varyingArray;

import java.util.List;

/** samr: users, groups and aliases. [MS-SAMR] 3.1.5 */
final class Samr {
  private static final Part SERVER_NAME = pointer(text("ServerName"));
  private static final Part NAME = unicodeString("Name");
  private static final Part ACCESS = number("DesiredAccess");

  /** SAMPR_ENUMERATION_BUFFER, and the context before it. 2.2.7.3 */
  private static final Part[] ENUMERATED = {
    number("EnumerationContext"),
    pointer(struct(UNSIGNED_LONG, pointer(array(struct(number("RelativeId"), NAME)))))
  };

  private static final Part[] DISPLAY = {
    HANDLE,
    enumeration("DisplayInformationClass"),
    number("Index"),
    number("EntryCount"),
    number("PreferredMaximumLength")
  };

  static final List<Operation> OPERATIONS =
      List.of(
          operation(0, Parts.FIRST_CHARACTER, ACCESS),
          operation(1, HANDLE),
          operation(5, HANDLE, NAME).answers(pointer(sid("DomainId"))),
          operation(6, HANDLE, number("EnumerationContext")).answers(ENUMERATED),
          operation(7, HANDLE, ACCESS, sid("DomainId")),
          operation(8, HANDLE, enumeration("DomainInformationClass")),
          operation(10, HANDLE, NAME, ACCESS),
          operation(11, HANDLE, number("EnumerationContext")).answers(ENUMERATED),
          operation(12, HANDLE, NAME, ACCESS).answers(HANDLE, number("RelativeId")),
          operation(13, HANDLE, number("EnumerationContext"), number("UserAccountControl"))
              .answers(ENUMERATED),
          operation(14, HANDLE, unicodeString("AccountName"), ACCESS),
          operation(15, HANDLE, number("EnumerationContext")).answers(ENUMERATED),
          operation(16, HANDLE, sids()).answers(numbers("Membership")),
          operation(17, HANDLE, UNSIGNED_LONG, varyingArray(unicodeString("Names")))
              .answers(numbers("RelativeIds"), numbers("Use")),
          operation(18, HANDLE, UNSIGNED_LONG, varyingArray(number("RelativeIds")))
              .answers(
                  struct(UNSIGNED_LONG, pointer(array(unicodeString("Names")))), numbers("Use")),
          operation(19, HANDLE, ACCESS, number("GroupId")),
          operation(22, HANDLE, number("MemberId"), number("Attributes")),
          operation(25, HANDLE),
          operation(27, HANDLE, ACCESS, number("AliasId")),
          operation(28, HANDLE, enumeration("AliasInformationClass")),
          operation(31, HANDLE, sid("MemberId")),
          operation(33, HANDLE).answers(sids()),
          operation(34, HANDLE, ACCESS, number("UserId")),
          operation(35, HANDLE),
          operation(36, HANDLE, enumeration("UserInformationClass")),
          operation(37, HANDLE, enumeration("UserInformationClass")),
          operation(39, HANDLE),
          operation(40, DISPLAY),
          operation(44, HANDLE),
          operation(46, HANDLE, enumeration("DomainInformationClass")),
          operation(47, HANDLE, enumeration("UserInformationClass")),
          operation(48, DISPLAY),
          operation(50, HANDLE, NAME, number("AccountType"), ACCESS)
              .answers(HANDLE, number("GrantedAccess"), number("RelativeId")),
          operation(51, DISPLAY),
          operation(54, pointer(narrowString("ServerName")), narrowString("UserName")),
          operation(55, pointer(unicodeString("ServerName")), unicodeString("UserName")),
          operation(57, SERVER_NAME, ACCESS),
          operation(58, HANDLE, enumeration("UserInformationClass")),
          operation(62, SERVER_NAME, number("ClientRevision"), ACCESS),
          operation(64, SERVER_NAME, ACCESS, number("InVersion")),
          operation(65, HANDLE, number("Rid")).answers(pointer(sid("Sid"))));

  private Samr() {}

  /** SAMPR_PSID_ARRAY. 2.2.7.5 */
  private static Part sids() {
    return struct(UNSIGNED_LONG, pointer(array(struct(pointer(sid("Sid"))))));
  }

  /** SAMPR_ULONG_ARRAY. 2.2.7.4 */
  private static Part numbers(String name) {
    return struct(UNSIGNED_LONG, pointer(array(number(name))));
  }
}
