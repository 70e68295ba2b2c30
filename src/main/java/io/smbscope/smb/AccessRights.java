package io.smbscope.smb;

import java.util.ArrayList;
import java.util.List;

/** What the bits of an access mask let do, in words. [MS-SMB2] 2.2.13.1 */
public final class AccessRights {
  private static final long READ = 0x8000_0001L;
  private static final long WRITE = 0x4000_0006L;
  private static final long EXECUTE = 0x2000_0020L;
  private static final long DELETE = 0x0001_0000L;
  private static final long DELETE_CHILD = 0x0000_0040L;
  private static final long FULL_CONTROL = 0x001F_01FFL;
  private static final long GENERIC_ALL = 0x1000_0000L;
  private static final long MAXIMUM_ALLOWED = 0x0200_0000L;

  /** By bit; a pair has the word for files, that for directories. [MS-SMB2] 2.2.13.1.1, .2 */
  private static final String[][] WORDS = {
    {"read", "list"},
    {"write", "add-file"},
    {"append", "add-folder"},
    {"read-extended"},
    {"write-extended"},
    {"execute", "traverse"},
    {"delete-child"},
    {"read-attributes"},
    {"write-attributes"},
    {},
    {},
    {},
    {},
    {},
    {},
    {},
    {"delete"},
    {"read-permissions"},
    {"change-permissions"},
    {"take-ownership"},
    {"synchronize"},
    {},
    {},
    {},
    {"audit"},
    {"maximum-allowed"},
    {},
    {},
    {"all"},
    {"generic-execute"},
    {"generic-write"},
    {"generic-read"},
  };

  private AccessRights() {}

  /**
   * A word for each bit, lowest first; {@code full-control} for all that there are.
   *
   * @param directory the words for directories
   */
  public static List<String> words(long mask, boolean directory) {
    List<String> words = new ArrayList<>();
    long rest = mask;
    if ((mask & FULL_CONTROL) == FULL_CONTROL) {
      words.add("full-control");
      rest &= ~FULL_CONTROL;
    }
    for (int bit = 0; bit < WORDS.length; bit++) {
      String[] names = WORDS[bit];
      if ((rest >>> bit & 1) != 0) {
        words.add(
            names.length == 0
                ? "0x" + Long.toHexString(1L << bit)
                : directory ? names[names.length - 1] : names[0]);
      }
    }
    return words;
  }

  /**
   * The most of it in one word, as permissions of shares have it: {@code full}, {@code change},
   * {@code read}, {@code execute}, {@code attributes}, {@code none}.
   */
  public static String most(long mask) {
    if ((mask & GENERIC_ALL) != 0 || (mask & FULL_CONTROL) == FULL_CONTROL) {
      return "full";
    }
    if ((mask & (WRITE | DELETE_CHILD)) != 0) {
      return "change";
    }
    if ((mask & READ) != 0) {
      return "read";
    }
    return (mask & EXECUTE) != 0 ? "execute" : mask == 0 ? "none" : "attributes";
  }

  /** It asks to run a program: to execute, and not to change it, nor for whatever there is. */
  public static boolean execute(long mask) {
    return (mask & EXECUTE) != 0 && (mask & (WRITE | DELETE | GENERIC_ALL | MAXIMUM_ALLOWED)) == 0;
  }
}
