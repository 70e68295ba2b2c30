package io.smbscope.detect.policy;

import java.util.List;

/**
 * What nobody has reason to touch, put out to see who does.
 *
 * @param paths matched against {@code \\server\share\folder\file}
 * @param shares names, without the server's
 * @param users as {@link Users} takes them
 */
public record Decoys(List<PathPattern> paths, List<String> shares, List<String> users) {
  public static final Decoys NONE = new Decoys(List.of(), List.of(), List.of());

  /** Whether a file is one. */
  public boolean hasPath(String share, String name) {
    if (paths.isEmpty() || name == null) {
      return false;
    }
    String path = PathPattern.path(share, name);
    return paths.stream().anyMatch(pattern -> pattern.matches(path));
  }

  /**
   * Whether a share is one.
   *
   * @param path {@code \\server\share}, or null
   */
  public boolean hasShare(String path) {
    if (shares.isEmpty() || path == null) {
      return false;
    }
    String name = path.substring(path.lastIndexOf('\\') + 1);
    return shares.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** Whether a user is one. */
  public boolean hasUser(String user) {
    return Users.any(users, user);
  }
}
