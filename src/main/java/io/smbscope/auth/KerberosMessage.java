package io.smbscope.auth;

import java.time.Instant;

/** A Kerberos message within a security token. [RFC 4120] 5.5, 5.9 */
public sealed interface KerberosMessage {

  /**
   * The client shows its ticket. [RFC 4120] 5.5.1; each value is null (or 0, false) when the token
   * ends before it.
   *
   * @param mutualRequired ap-options: the client wants the server to prove itself
   * @param useSessionKey ap-options: user-to-user
   * @param realm of the ticket
   * @param serviceName of the ticket, its parts joined by slashes: {@code cifs/server}
   * @param ticketEncryption of the ticket, as {@code aes256-cts-hmac-sha1-96}
   * @param ticketEtype its number
   * @param authenticatorEncryption of the authenticator, thus of the session key
   * @param authenticatorEtype its number
   */
  record ApReq(
      boolean mutualRequired,
      boolean useSessionKey,
      String realm,
      String serviceName,
      String ticketEncryption,
      int ticketEtype,
      String authenticatorEncryption,
      int authenticatorEtype)
      implements KerberosMessage {}

  /** The server proves itself. [RFC 4120] 5.5.2 */
  record ApRep(String encryption, int etype) implements KerberosMessage {}

  /**
   * The server refuses. [RFC 4120] 5.9.1
   *
   * @param name such as {@code KRB_AP_ERR_SKEW}; of an unknown code its number
   * @param serverTime null when absent
   * @param realm of the service
   * @param serviceName of the service
   * @param text e-text, null when absent
   */
  record KrbError(
      int code, String name, Instant serverTime, String realm, String serviceName, String text)
      implements KerberosMessage {}
}
