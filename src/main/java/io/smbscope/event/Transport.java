package io.smbscope.event;

/** How SMB is carried. */
public enum Transport {
  /** Usually port 445. [MS-SMB2] 2.1 */
  DIRECT_TCP("direct-tcp"),
  /** NetBIOS session service, usually port 139. RFC 1002 4.3 */
  NETBIOS_SESSION("netbios-ssn");

  private final String label;

  Transport(String label) {
    this.label = label;
  }

  /** The name in outputs. */
  public String label() {
    return label;
  }
}
