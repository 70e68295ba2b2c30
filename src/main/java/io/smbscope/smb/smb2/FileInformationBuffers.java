package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2FileInformation;
import io.smbscope.grammar.Smb2SetInfo;

/** Reads the buffer of SET_INFO. [MS-FSCC] 2.4 */
final class FileInformationBuffers {
  private static final int RENAME = 10;
  private static final int LINK = 11;
  private static final int LINK_EX = 72;

  private FileInformationBuffers() {}

  /** Null for a class that is not read. */
  static FileInformation information(Smb2SetInfo.Request request) {
    Object data = request.fileInformation();
    if (data instanceof Smb2FileInformation.Basic parsed) {
      return new FileInformation.Basic(
          parsed.creationTime(),
          parsed.lastAccessTime(),
          parsed.lastWriteTime(),
          parsed.changeTime(),
          parsed.fileAttributes());
    }
    if (data instanceof Smb2FileInformation.Rename parsed) {
      return rename(request.fileInfoClass(), parsed);
    }
    if (data instanceof Smb2FileInformation.Disposition parsed) {
      return new FileInformation.Disposition(parsed.deletePending() != 0);
    }
    if (data instanceof Smb2FileInformation.DispositionEx parsed) {
      return new FileInformation.Disposition((parsed.flags() & 1) != 0);
    }
    if (data instanceof Smb2FileInformation.Allocation parsed) {
      return new FileInformation.Allocation(parsed.allocationSize());
    }
    if (data instanceof Smb2FileInformation.EndOfFile parsed) {
      return new FileInformation.EndOfFile(parsed.endOfFile());
    }
    return null;
  }

  private static FileInformation rename(int fileInfoClass, Smb2FileInformation.Rename parsed) {
    boolean plain = fileInfoClass == RENAME || fileInfoClass == LINK;
    int flag = parsed.replaceIfExists();
    boolean replace = plain ? flag != 0 : (flag & 1) != 0;
    String name = Text.utf16le(parsed.fileName());
    return fileInfoClass == LINK || fileInfoClass == LINK_EX
        ? new FileInformation.Link(replace, parsed.rootDirectory(), name)
        : new FileInformation.Rename(replace, parsed.rootDirectory(), name);
  }
}
