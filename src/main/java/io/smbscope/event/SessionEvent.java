package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.util.List;

/**
 * A session, or an attempt at one; written when it ends, a failed one at once. [MS-SMB2] 3.3.1.8,
 * [MS-CIFS] 3.3.1.5
 *
 * @param id SessionId in hexadecimal ({@code 0x...}); SMB1: UID
 * @param connections ids of the connections bound to it, the first one first
 * @param start packet of the first SESSION_SETUP request, or of the first message with its id
 * @param identity who logged on; null when nothing of it was seen
 * @param status NT status name of the last SESSION_SETUP response, null when not seen
 * @param established it was usable
 * @param inferred the SESSION_SETUP was not seen
 * @param reauthentications SESSION_SETUP exchanges after the first that succeeded
 * @param earlierUsers accounts, as {@code DOMAIN\\user}, that it had before re-authentications
 *     changed them, oldest first
 * @param end {@code logoff}, {@code failed}, {@code replaced}, {@code connection-closed}, {@code
 *     evicted}, {@code end-of-capture}
 * @param trees paths of the shares connected, in their order
 */
public record SessionEvent(
    Stamp at,
    String id,
    List<Long> connections,
    Stamp start,
    Endpoint client,
    Endpoint server,
    String dialect,
    Identity identity,
    String status,
    boolean established,
    boolean inferred,
    boolean guest,
    boolean anonymous,
    int reauthentications,
    List<String> earlierUsers,
    Encryption encryption,
    Signing signing,
    String end,
    List<String> trees)
    implements Event {

  /**
   * Who logged on, and how.
   *
   * @param mechanism {@code NTLMv2}, {@code NTLMv1}, {@code NTLMv1-ESS}, {@code LM}, {@code
   *     Kerberos}, {@code plain-text}, {@code anonymous}, {@code NTLM} (responses not seen), or
   *     null
   * @param lmResponse a response made from the LM hash was sent, be it beside an NTLMv1 response
   * @param rawNtlm NTLMSSP without SPNEGO around it
   * @param user null when not seen; empty for anonymous
   * @param clientVersion OS version and build of the NTLM messages, as {@code 10.0.19041}
   * @param kerberosService such as {@code cifs/server}
   * @param kerberosEncryption of the ticket, as {@code aes256-cts-hmac-sha1-96}
   */
  public record Identity(
      String mechanism,
      boolean lmResponse,
      boolean rawNtlm,
      String user,
      String domain,
      String workstation,
      String targetName,
      String serverNetbiosName,
      String serverNetbiosDomain,
      String serverDnsName,
      String serverDnsDomain,
      String serverDnsTree,
      String clientVersion,
      String serverVersion,
      String kerberosRealm,
      String kerberosService,
      String kerberosEncryption) {

    /** {@code DOMAIN\\user}, the user alone without a domain; null when there is no user. */
    public String account() {
      if (user == null || user.isEmpty()) {
        return null;
      }
      return domain == null || domain.isEmpty() ? user : domain + "\\" + user;
    }
  }
}
