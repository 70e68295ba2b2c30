package io.smbscope.detect.credential;

import io.smbscope.event.ContentEvent;
import io.smbscope.event.FileEvent;

/** Names of files as detections look at them: upper and lower case are the same. */
final class FilePattern {
  /** FILE_READ_DATA, FILE_WRITE_DATA, MAXIMUM_ALLOWED, GENERIC_ALL, _WRITE, _READ. */
  private static final long DATA = 0xD200_0003L;

  /** {@code MDMP} in hexadecimal. */
  private static final String MINIDUMP = "4d444d50";

  /** {@code regf} in hexadecimal. */
  private static final String HIVE = "72656766";

  private FilePattern() {}

  /** It begins as a dump of a process's memory. MINIDUMP_HEADER.Signature */
  static boolean minidump(ContentEvent content) {
    return content.head() != null && content.head().startsWith(MINIDUMP);
  }

  /** It begins as a hive of the registry. */
  static boolean hive(ContentEvent content) {
    return content.head() != null && content.head().startsWith(HIVE);
  }

  /** It was opened, or should be, for what is in it: not for its attributes alone. */
  static boolean opensData(FileEvent file) {
    return file.name() != null
        && "open".equals(file.operation())
        && !"directory".equals(file.type())
        && (file.desiredAccess() == null || (file.desiredAccess() & DATA) != 0);
  }

  static boolean succeeded(FileEvent file) {
    return "STATUS_SUCCESS".equals(file.status());
  }

  /** Behind the last backslash. */
  static String base(String path) {
    return path.substring(path.lastIndexOf('\\') + 1);
  }

  /** The share that gives administrators the system's folder, or a whole drive. */
  static boolean adminShare(String share) {
    if (share == null || !share.endsWith("$")) {
      return false;
    }
    String name = base(share);
    return name.equalsIgnoreCase("ADMIN$")
        || (name.length() == 2 && Character.isLetter(name.charAt(0)));
  }

  /** Eight letters, as impacket names what it leaves. */
  static boolean eightLetters(String stem) {
    return stem.length() == 8 && stem.chars().allMatch(FilePattern::letter);
  }

  private static boolean letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
