/**
 * Who logs on, and how: the security tokens of SESSION_SETUP and NEGOTIATE. {@link
 * io.smbscope.auth.SecurityTokens} is the way in; it takes SPNEGO [RFC 4178, MS-SPNG], NTLMSSP
 * [MS-NLMP] and Kerberos [RFC 4120, RFC 4121] apart into small records. Imports {@code base} and,
 * in {@code Ntlmssp} alone, {@code grammar}. Bouncy Castle's ASN.1 parser is loaded when the first
 * token comes that is not bare NTLMSSP; none of its providers are ever registered.
 */
package io.smbscope.auth;
