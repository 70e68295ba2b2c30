package io.smbscope.dissect.print;

import java.util.Map;

/**
 * What object identifiers and transfer syntaxes are called. RFC 4178, RFC 4121, C706 I, [MS-RPCE]
 */
final class KnownNames {
  private static final Map<String, String> NAMES =
      Map.of(
          "1.3.6.1.5.5.2", "SPNEGO - Simple Protected Negotiation",
          "1.3.6.1.4.1.311.2.2.10", "NTLMSSP - Microsoft NTLM Security Support Provider",
          "1.3.6.1.4.1.311.2.2.30", "NEGOEX - SPNEGO Extended Negotiation",
          "1.2.840.48018.1.2.2", "MS KRB5 - Microsoft Kerberos 5",
          "1.2.840.113554.1.2.2", "KRB5 - Kerberos 5",
          "1.2.840.113554.1.2.2.3", "KRB5 - Kerberos 5 - User to User",
          "8a885d04-1ceb-11c9-9fe8-08002b104860", "32bit NDR",
          "71710533-beba-4937-8319-b5dbef9ccc36", "64bit NDR",
          "6cb71c2c-9812-4540-0300-000000000000", "bind time feature negotiation");

  private KnownNames() {}

  /** Or null. */
  static String of(String value) {
    return NAMES.get(value);
  }
}
