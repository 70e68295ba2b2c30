package io.smbscope.dissect.smb2;

import io.smbscope.grammar.placed.Smb2FileId;

/** SMB2_FILEID. [MS-SMB2] 2.2.14.1 */
record FileId(long persistentId, long volatileId) {
  static FileId of(Smb2FileId id) {
    return new FileId(id.persistentId(), id.volatileId());
  }

  boolean isNone() {
    return persistentId == 0 && volatileId == 0;
  }
}
