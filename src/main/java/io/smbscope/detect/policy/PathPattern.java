package io.smbscope.detect.policy;

/**
 * Paths, as {@code payroll\*} or {@code *.kdbx}: {@code *} is any characters, {@code ?} one; {@code
 * /} is {@code \}; case does not count. It holds for {@code \\server\share\folder\file} from any
 * {@code \} on, to its end.
 */
public final class PathPattern {
  private final String text;

  /** In lower case; begins with what may stand before it. */
  private final char[] glob;

  /**
   * @throws IllegalArgumentException it is empty, or matches everything
   */
  public PathPattern(String text) {
    String path = text.replace('/', '\\');
    if (path.chars().allMatch(c -> c == '*' || c == '\\')) {
      throw new IllegalArgumentException("no pattern of a path: '" + text + "'");
    }
    this.text = text;
    boolean anywhere = path.startsWith("*") || path.startsWith("\\\\");
    this.glob = lower((anywhere ? "" : path.startsWith("\\") ? "*" : "*\\") + path);
  }

  private static char[] lower(String path) {
    char[] chars = path.replaceAll("\\*+", "*").toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = lower(chars[i]);
    }
    return chars;
  }

  /** Of characters that are the same in a path, the same. */
  static char lower(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c == '/' ? '\\' : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  /**
   * What patterns are matched against.
   *
   * @param share {@code \\\\server\\share}, or null
   * @param name within it
   */
  public static String path(String share, String name) {
    String below = name.startsWith("\\") ? name : "\\" + name;
    return share == null ? below : share + below;
  }

  /**
   * Whether a path is one of them. Takes at most its length times the pattern's.
   *
   * @param path with its share, as {@code \\server\share\folder\file}
   */
  public boolean matches(String path) {
    if (!endMatches(path)) {
      return false;
    }
    int at = 0;
    int in = 0;
    int star = -1;
    int tried = 0;
    while (at < path.length()) {
      if (in < glob.length && glob[in] == '*') {
        star = in++;
        tried = at;
      } else if (in < glob.length && same(glob[in], path.charAt(at))) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++tried;
      } else {
        return false;
      }
    }
    while (in < glob.length && glob[in] == '*') {
      in++;
    }
    return in == glob.length;
  }

  /** What most paths fail. */
  private boolean endMatches(String path) {
    char end = glob[glob.length - 1];
    return end == '*' || (!path.isEmpty() && same(end, path.charAt(path.length() - 1)));
  }

  private static boolean same(char wanted, char seen) {
    return wanted == '?' || wanted == lower(seen);
  }

  /** The longest part without wildcards, which a path must hold, in lower case. */
  String longestText() {
    String longest = "";
    for (String text : new String(glob).split("[*?]", -1)) {
      longest = text.length() > longest.length() ? text : longest;
    }
    return longest;
  }

  /** As the user wrote it. */
  @Override
  public String toString() {
    return text;
  }
}
