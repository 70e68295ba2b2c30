package io.smbscope.detect;

import java.util.Locale;

/** Paths as they are on the wire: components are separated by backslashes. */
public final class PathNames {
  private static final String ADMIN = "ADMIN$";
  private static final int ASCII = 0x7F;

  private PathNames() {}

  /** The last component; empty for null. */
  public static String last(String path) {
    return path == null ? "" : path.substring(path.lastIndexOf('\\') + 1);
  }

  /** What is before the last component, without the backslash; empty when there is nothing. */
  public static String folder(String path) {
    int end = path == null ? -1 : path.lastIndexOf('\\');
    return end < 0 ? "" : path.substring(0, end);
  }

  /** What is behind the last component's last dot, in lower case; empty when there is none. */
  public static String extension(String path) {
    if (path == null) {
      return "";
    }
    for (int i = path.length() - 1; i >= 0 && path.charAt(i) != '\\'; i--) {
      if (path.charAt(i) == '.') {
        return path.substring(i + 1).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** The path without its extension and the dot before that. */
  public static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot <= path.lastIndexOf('\\') + 1 ? path : path.substring(0, dot);
  }

  /** Whether it ends so, whatever the case; not for null. */
  public static boolean endsWith(String path, String end) {
    return path != null
        && path.length() >= end.length()
        && (end.isEmpty() || mayBe(path.charAt(path.length() - 1), end.charAt(end.length() - 1)))
        && path.regionMatches(true, path.length() - end.length(), end, 0, end.length());
  }

  /** Whether it begins so, with at least a character, whatever the case. */
  public static boolean startsWith(String path, String start) {
    return path.length() >= start.length()
        && mayBe(path.charAt(0), start.charAt(0))
        && path.regionMatches(true, 0, start, 0, start.length());
  }

  /** Most names differ in one character already, which is found sooner than that two are alike. */
  private static boolean mayBe(char one, char other) {
    return ((one ^ other) & ~('a' - 'A')) == 0 || (one | other) > ASCII;
  }

  /** Whether the share of this path, or name, is called so. */
  public static boolean share(String path, String name) {
    return endsWith(path, name)
        && (path.length() == name.length()
            || path.charAt(path.length() - name.length() - 1) == '\\');
  }

  /** The Windows folder or the root of a drive, which only administrators may connect to. */
  public static boolean adminShare(String path) {
    if (path == null || path.isEmpty() || path.charAt(path.length() - 1) != '$') {
      return false;
    }
    if (share(path, ADMIN)) {
      return true;
    }
    int length = path.length();
    return length >= 2
        && Character.toLowerCase(path.charAt(length - 2)) >= 'a'
        && Character.toLowerCase(path.charAt(length - 2)) <= 'z'
        && (length == 2 || path.charAt(length - 3) == '\\');
  }
}
