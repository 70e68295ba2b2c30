package io.smbscope.auth;

/** One of the three messages of NTLMSSP. [MS-NLMP] 2.2.1 */
public sealed interface NtlmMessage
    permits NegotiateMessage, ChallengeMessage, AuthenticateMessage {

  /** NTLMSSP_NEGOTIATE_UNICODE: strings are UTF-16LE. [MS-NLMP] 2.2.2.5 */
  long NEGOTIATE_UNICODE = 0x0000_0001L;

  /** NTLMSSP_NEGOTIATE_SIGN. */
  long NEGOTIATE_SIGN = 0x0000_0010L;

  /** NTLMSSP_NEGOTIATE_SEAL. */
  long NEGOTIATE_SEAL = 0x0000_0020L;

  /** NTLMSSP_NEGOTIATE_ANONYMOUS: the connection is to be anonymous. */
  long NEGOTIATE_ANONYMOUS = 0x0000_0800L;

  /** NTLMSSP_NEGOTIATE_OEM_DOMAIN_SUPPLIED: the NEGOTIATE message holds a domain name. */
  long NEGOTIATE_OEM_DOMAIN_SUPPLIED = 0x0000_1000L;

  /** NTLMSSP_NEGOTIATE_OEM_WORKSTATION_SUPPLIED: the NEGOTIATE message holds a workstation name. */
  long NEGOTIATE_OEM_WORKSTATION_SUPPLIED = 0x0000_2000L;

  /** NTLMSSP_NEGOTIATE_ALWAYS_SIGN. */
  long NEGOTIATE_ALWAYS_SIGN = 0x0000_8000L;

  /** NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY. */
  long NEGOTIATE_EXTENDED_SESSIONSECURITY = 0x0008_0000L;

  /** NTLMSSP_NEGOTIATE_TARGET_INFO: the CHALLENGE message holds AV pairs. */
  long NEGOTIATE_TARGET_INFO = 0x0080_0000L;

  /** NTLMSSP_NEGOTIATE_VERSION: the Version field is filled in. */
  long NEGOTIATE_VERSION = 0x0200_0000L;

  /** NegotiateFlags, unsigned 32 bits, 0 when the message is too old to have them. */
  long flags();

  /** The sender's version, null when it gives none. */
  Version version();
}
