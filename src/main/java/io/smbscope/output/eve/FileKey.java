package io.smbscope.output.eve;

/**
 * Which open, and which way.
 *
 * @param persistentId of its FileId; SMB1: 0
 * @param volatileId of its FileId; SMB1: FID
 * @param written by the client, else read
 */
record FileKey(long persistentId, long volatileId, boolean written) {
  @Override
  public boolean equals(Object other) {
    return other instanceof FileKey key
        && persistentId == key.persistentId
        && volatileId == key.volatileId
        && written == key.written;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(persistentId) + Long.hashCode(volatileId))
        + Boolean.hashCode(written);
  }
}
