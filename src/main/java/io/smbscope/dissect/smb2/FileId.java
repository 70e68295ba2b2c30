package io.smbscope.dissect.smb2;

import io.smbscope.grammar.placed.Smb2FileId;

/** SMB2_FILEID. [MS-SMB2] 2.2.14.1 */
record FileId(long persistentId, long volatileId) {
  static FileId of(Smb2FileId id) {
    return new FileId(id.persistentId(), id.volatileId());
  }

  /** Servers count in both halves, which the usual sum would hide. */
  @Override
  public int hashCode() {
    long mixed = (persistentId * 31 + volatileId) * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 32);
  }

  boolean isNone() {
    return persistentId == 0 && volatileId == 0;
  }
}
