package io.smbscope.base;

/** Why something could not be read as the specifications say, or was not seen at all. */
public enum AnomalyKind {
  // net
  TRUNCATED_PACKET,
  MALFORMED_PACKET,
  UNKNOWN_LINK_TYPE,
  FRAGMENT_OVERLAP,
  FRAGMENT_INCOMPLETE,
  TCP_OVERLAP_CONFLICT,
  TCP_GAP,
  LIMIT_REACHED,
  // netbios
  FRAMING_LOST,
  FRAMING_RECOVERED,
  MALFORMED_NBSS,
  MALFORMED_NBNS,
  MALFORMED_DATAGRAM,
  MALFORMED_BROWSER,
  // smb, auth, rpc
  MALFORMED_SMB1,
  MALFORMED_SMB2,
  MALFORMED_TRANSFORM,
  MALFORMED_COMPRESSION,
  MALFORMED_SPNEGO,
  MALFORMED_NTLMSSP,
  MALFORMED_KERBEROS,
  MALFORMED_DCERPC,
  // session
  UNEXPECTED_MESSAGE;

  /** The name in outputs: lower case, words joined by hyphens. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
