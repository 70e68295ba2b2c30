package io.smbscope.auth;

/** Names of Kerberos encryption types, as registered with IANA. [RFC 3961] 8, [RFC 4757] */
final class EncryptionType {
  private EncryptionType() {}

  /** Null for 0, which is no encryption type; an unknown one as {@code etype-99}. */
  static String name(int etype) {
    return switch (etype) {
      case 0 -> null;
      case 1 -> "des-cbc-crc";
      case 2 -> "des-cbc-md4";
      case 3 -> "des-cbc-md5";
      case 5 -> "des3-cbc-md5";
      case 7 -> "des3-cbc-sha1";
      case 9 -> "dsaWithSHA1-CmsOID";
      case 10 -> "md5WithRSAEncryption-CmsOID";
      case 11 -> "sha1WithRSAEncryption-CmsOID";
      case 12 -> "rc2CBC-EnvOID";
      case 13 -> "rsaEncryption-EnvOID";
      case 14 -> "rsaES-OAEP-ENV-OID";
      case 15 -> "des-ede3-cbc-Env-OID";
      case 16 -> "des3-cbc-sha1-kd";
      case 17 -> "aes128-cts-hmac-sha1-96";
      case 18 -> "aes256-cts-hmac-sha1-96";
      case 19 -> "aes128-cts-hmac-sha256-128";
      case 20 -> "aes256-cts-hmac-sha384-192";
      case 23 -> "rc4-hmac";
      case 24 -> "rc4-hmac-exp";
      case 25 -> "camellia128-cts-cmac";
      case 26 -> "camellia256-cts-cmac";
      case 65 -> "subkey-keymaterial";
      case -128 -> "rc4-md4";
      case -133 -> "rc4-hmac-old";
      case -135 -> "rc4-hmac-old-exp";
      default -> "etype-" + etype;
    };
  }
}
