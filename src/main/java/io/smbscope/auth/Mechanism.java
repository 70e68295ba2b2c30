package io.smbscope.auth;

/** Names of the mechanisms SPNEGO negotiates. [MS-SPNG] 1.9, [MS-NEGOEX] 1.3, [RFC 4121] 5 */
public final class Mechanism {
  public static final String NTLMSSP = "NTLMSSP";
  public static final String KERBEROS = "Kerberos";

  /** Kerberos under the OID that Windows 2000 made of one number too wide for 16 bits. */
  public static final String MS_KERBEROS = "MS Kerberos";

  public static final String KERBEROS_USER_TO_USER = "Kerberos user-to-user";
  public static final String NEGOEX = "NegoEx";
  public static final String SPNEGO = "SPNEGO";

  private Mechanism() {}

  /** The mechanism's name, or {@code oid} when it has none here. */
  static String name(String oid) {
    return switch (oid) {
      case "1.3.6.1.4.1.311.2.2.10" -> NTLMSSP;
      case "1.2.840.113554.1.2.2" -> KERBEROS;
      case "1.2.840.48018.1.2.2" -> MS_KERBEROS;
      case "1.2.840.113554.1.2.2.3" -> KERBEROS_USER_TO_USER;
      case "1.3.6.1.4.1.311.2.2.30" -> NEGOEX;
      case "1.3.6.1.5.5.2" -> SPNEGO;
      default -> oid;
    };
  }

  static boolean isKerberos(String name) {
    return name.equals(KERBEROS) || name.equals(MS_KERBEROS) || name.equals(KERBEROS_USER_TO_USER);
  }
}
