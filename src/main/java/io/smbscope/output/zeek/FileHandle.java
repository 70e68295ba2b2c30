package io.smbscope.output.zeek;

import io.smbscope.output.zeek.SmbFile.Times;

/**
 * By what Zeek tells one file from another: hosts, names and when it was modified last.
 *
 * @param path of the share, or null
 * @param name or null, but not both are
 * @param modified FILETIME, 0 when not known
 */
record FileHandle(String client, String server, String path, String name, long modified) {

  /** Of the current file; null when too little is known of it. */
  static FileHandle of(SmbState state) {
    SmbFile file = state.file;
    if (file == null || (file.name == null && file.path == null)) {
      return null;
    }
    Times times = file.times;
    return new FileHandle(
        state.flow.client().ip(),
        state.flow.server().ip(),
        file.path == null ? "" : file.path,
        file.name == null ? "" : file.name,
        times == null ? 0 : times.modified());
  }

  // Written out: it is asked for with each octet of content, and makes every start faster.
  @Override
  public boolean equals(Object other) {
    return other instanceof FileHandle handle
        && modified == handle.modified
        && name.equals(handle.name)
        && path.equals(handle.path)
        && client.equals(handle.client)
        && server.equals(handle.server);
  }

  @Override
  public int hashCode() {
    int hash = name.hashCode() * 31 + path.hashCode();
    hash = (hash * 31 + client.hashCode()) * 31 + server.hashCode();
    return hash * 31 + Long.hashCode(modified);
  }
}
