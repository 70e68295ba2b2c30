package io.smbscope.detect;

/** Dialects as events name them: {@code 3.1.1}, or the strings of SMB1. */
public final class Dialects {
  /** What offers SMB2 in the NEGOTIATE of SMB1. [MS-SMB2] 2.2.3 */
  private static final String SMB2_IN_SMB1 = "SMB 2.";

  private Dialects() {}

  /** A dialect of SMB1 or before; null is none. */
  public static boolean smb1(String dialect) {
    return dialect != null
        && !dialect.isEmpty()
        && !smb2(dialect)
        && !dialect.startsWith(SMB2_IN_SMB1)
        && !dialect.startsWith("0x");
  }

  /** A dialect of SMB2 or 3, also one that is only known to be of that family. */
  public static boolean smb2(String dialect) {
    return dialect != null && (dialect.startsWith("2.") || dialect.equals("SMB2") || smb3(dialect));
  }

  /** A dialect of SMB3. */
  public static boolean smb3(String dialect) {
    return dialect != null && (dialect.startsWith("3.") || dialect.equals("SMB3"));
  }

  /** Offers SMB2 or 3, in whichever form. */
  public static boolean offersSmb2(String dialect) {
    return smb2(dialect) || dialect.startsWith(SMB2_IN_SMB1);
  }
}
