package io.smbscope.rpc.stub;

import static io.smbscope.rpc.stub.Operation.operation;
import static io.smbscope.rpc.stub.Parts.enumeration;
import static io.smbscope.rpc.stub.Parts.hex;
import static io.smbscope.rpc.stub.Parts.number;
import static io.smbscope.rpc.stub.Parts.pointer;
import static io.smbscope.rpc.stub.Parts.sequence;
import static io.smbscope.rpc.stub.Parts.text;

import java.util.List;

/** netlogon: secure channels of machines to their domain controller. [MS-NRPC] 3.5.4.4 */
final class Netlogon {
  private static final Part PRIMARY_NAME = pointer(text("PrimaryName"));
  private static final Part ACCOUNT_NAME = text("AccountName");
  private static final Part CHANNEL_TYPE = enumeration("SecureChannelType");
  private static final Part COMPUTER_NAME = text("ComputerName");

  /** NETLOGON_CREDENTIAL, 2.2.1.3.4: eight octets. */
  private static final Part CLIENT_CREDENTIAL = hex("ClientCredential", 8);

  private static final Part SERVER_CREDENTIAL = hex("ServerCredential", 8);

  /** NETLOGON_AUTHENTICATOR. 2.2.1.1.5 */
  private static final Part AUTHENTICATOR =
      sequence(in -> in.align(4), hex("Credential", 8), number("Timestamp"));

  static final List<Operation> OPERATIONS =
      List.of(
          operation(4, PRIMARY_NAME, COMPUTER_NAME, hex("ClientChallenge", 8))
              .answers(hex("ServerChallenge", 8)),
          operation(5, PRIMARY_NAME, ACCOUNT_NAME, CHANNEL_TYPE, COMPUTER_NAME, CLIENT_CREDENTIAL)
              .answers(SERVER_CREDENTIAL),
          operation(6, PRIMARY_NAME, ACCOUNT_NAME, CHANNEL_TYPE, COMPUTER_NAME, AUTHENTICATOR),
          authenticate(15).answers(SERVER_CREDENTIAL, number("NegotiateFlags")),
          authenticate(26)
              .answers(SERVER_CREDENTIAL, number("NegotiateFlags"), number("AccountRid")),
          operation(30, PRIMARY_NAME, ACCOUNT_NAME, CHANNEL_TYPE, COMPUTER_NAME, AUTHENTICATOR),
          operation(
              59,
              PRIMARY_NAME,
              ACCOUNT_NAME,
              enumeration("AccountType"),
              COMPUTER_NAME,
              number("NegotiateFlags")));

  private Netlogon() {}

  private static Operation authenticate(int opnum) {
    return operation(
        opnum,
        PRIMARY_NAME,
        ACCOUNT_NAME,
        CHANNEL_TYPE,
        COMPUTER_NAME,
        CLIENT_CREDENTIAL,
        number("NegotiateFlags"));
  }
}
