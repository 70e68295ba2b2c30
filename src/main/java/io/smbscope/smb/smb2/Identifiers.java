package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2FileId;
import io.smbscope.grammar.Smb2Guid;
import java.util.UUID;

/** Records of the identifiers that many structures hold. */
final class Identifiers {
  private Identifiers() {}

  static FileId fileId(Smb2FileId parsed) {
    return new FileId(parsed.persistentId(), parsed.volatileId());
  }

  static UUID guid(Smb2Guid parsed) {
    return new UUID(
        parsed.data1() << 32 | (long) parsed.data2() << 16 | parsed.data3(), parsed.data4());
  }
}
