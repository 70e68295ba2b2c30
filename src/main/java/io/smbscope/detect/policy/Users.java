package io.smbscope.detect.policy;

import java.util.List;

/**
 * Users as configurations name them: {@code DOMAIN\\user}, or {@code user} for one of any domain;
 * in whatever case.
 */
public final class Users {
  private Users() {}

  /**
   * Whether one of the configured is the one that was seen.
   *
   * @param seen as in events, or null
   */
  public static boolean any(List<String> configured, String seen) {
    if (seen == null || seen.isEmpty()) {
      return false;
    }
    for (int i = 0; i < configured.size(); i++) {
      if (same(configured.get(i), seen)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(String configured, String seen) {
    boolean anyDomain = configured.indexOf('\\') < 0;
    int name = anyDomain ? seen.lastIndexOf('\\') + 1 : 0;
    return seen.length() - name == configured.length()
        && seen.regionMatches(true, name, configured, 0, configured.length());
  }
}
