package io.smbscope.smb.smb2;

/**
 * SMB2 ERROR response, in place of a command's own; interim responses (STATUS_PENDING) too.
 * [MS-SMB2] 2.2.2
 *
 * @param errorContextCount of dialect 3.1.1, else 0
 * @param byteCount octets of ErrorData
 * @param symlink where the path goes on, of STATUS_STOPPED_ON_SYMLINK, else null
 * @param requiredBufferSize of STATUS_BUFFER_TOO_SMALL in octets, else -1
 * @param shareRedirect of STATUS_BAD_NETWORK_NAME with a share redirect context: the server's
 *     resource name, else null
 */
public record ErrorResponse(
    int errorContextCount,
    long byteCount,
    Symlink symlink,
    long requiredBufferSize,
    String shareRedirect)
    implements Smb2Body {

  /**
   * Symbolic Link Error Response. 2.2.2.2.1
   *
   * @param unparsedPathLength octets at the end of the path that were not followed
   * @param relative the target is relative to the link's directory
   */
  public record Symlink(
      int unparsedPathLength, boolean relative, String substituteName, String printName) {}
}
