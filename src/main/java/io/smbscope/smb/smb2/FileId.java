package io.smbscope.smb.smb2;

/** SMB2_FILEID. [MS-SMB2] 2.2.14.1 */
public record FileId(long persistentId, long volatileId) {
  /** All bits set: in a related command, the file of the command before it. */
  public static final FileId OF_COMPOUND = new FileId(-1L, -1L);

  // Written out: what the compiler leaves to be made at run time would slow down every start.
  @Override
  public boolean equals(Object other) {
    return other instanceof FileId key
        && persistentId == key.persistentId
        && volatileId == key.volatileId;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(persistentId) + Long.hashCode(volatileId);
  }
}
