package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1NtTransact;

/** NT_TRANSACT_QUERY_SECURITY_DESC and NT_TRANSACT_SET_SECURITY_DESC. [MS-CIFS] 2.2.7.6, 2.2.7.3 */
public final class NtTransactSecurityDesc {
  private NtTransactSecurityDesc() {}

  /**
   * Asks for, or sets, parts of a security descriptor.
   *
   * @param securityInformation 1 owner, 2 group, 4 DACL, 8 SACL
   */
  public record Request(int fid, long securityInformation) implements NtTransact.Parameters {}

  static NtTransact.Parameters request(TransactionContent content) {
    Smb1NtTransact.SecurityDescRequest request =
        new Smb1NtTransact.SecurityDescRequest(content.parameterStream());
    return new Request(request.fid(), request.securityInformation());
  }
}
