package io.smbscope.output;

/**
 * A file's name taken apart, as {@code \\srv\share\dir\plan.txt}. Any part is null when it was not
 * seen or there is none.
 *
 * @param path with the share
 * @param directory the path without {@code name}
 * @param name behind the last separator
 * @param extension of the name, without its dot
 */
public record FilePath(String path, String directory, String name, String extension) {
  private static final FilePath NONE = new FilePath(null, null, null, null);

  /**
   * Of a name below a share.
   *
   * @param share or null
   * @param file without the share; empty for the share's root; or null
   */
  public static FilePath of(String share, String file) {
    if (file == null) {
      return NONE;
    }
    String below = file.startsWith("\\") ? file.substring(1) : file;
    if (below.isEmpty()) {
      return new FilePath(share, null, null, null);
    }
    int separator = below.lastIndexOf('\\');
    String name = below.substring(separator + 1);
    String folder = separator < 0 ? null : below.substring(0, separator);
    return new FilePath(
        join(share, below),
        folder == null ? share : join(share, folder),
        name.isEmpty() ? null : name,
        extension(name));
  }

  private static String join(String share, String below) {
    return share == null ? below : share + "\\" + below;
  }

  /** Behind the last dot, without the name of a stream. */
  private static String extension(String name) {
    int stream = name.indexOf(':');
    String file = stream < 0 ? name : name.substring(0, stream);
    int dot = file.lastIndexOf('.');
    return dot < 1 || dot == file.length() - 1 ? null : file.substring(dot + 1);
  }
}
