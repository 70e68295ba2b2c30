package io.smbscope.report;

/** Dialects as the summary says them. */
final class Dialects {
  private static final String NT_LM = "NT LM 0.12";

  private Dialects() {}

  /** It is an SMB1 dialect string, none of SMB 2 or 3. */
  static boolean isSmb1(String dialect) {
    return dialect != null
        && !dialect.startsWith("2.")
        && !dialect.startsWith("3.")
        && !dialect.startsWith("SMB 2.");
  }

  /** {@code 3.1.1}; {@code SMB1} for NT LM 0.12; {@code SMB1 LANMAN2.1} for older ones. */
  static String label(String dialect) {
    if (!isSmb1(dialect)) {
      return dialect;
    }
    return dialect.equals(NT_LM) ? "SMB1" : "SMB1 " + Wire.kept(dialect);
  }

  /** SMB 3 can encrypt, nothing before can. */
  static boolean canEncrypt(String dialect) {
    return dialect != null && dialect.startsWith("3.");
  }
}
