package io.smbscope.smb.smb2;

/** SMB2_FILEID. [MS-SMB2] 2.2.14.1 */
public record FileId(long persistentId, long volatileId) {
  /** All bits set: in a related command, the file of the command before it. */
  public static final FileId OF_COMPOUND = new FileId(-1L, -1L);
}
