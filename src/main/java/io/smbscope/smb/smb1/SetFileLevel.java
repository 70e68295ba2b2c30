package io.smbscope.smb.smb1;

import io.smbscope.base.FileTime;
import io.smbscope.grammar.Smb1SetFile;
import io.smbscope.smb.smb1.SetFileData.Allocation;
import io.smbscope.smb.smb1.SetFileData.Basic;
import io.smbscope.smb.smb1.SetFileData.Disposition;
import io.smbscope.smb.smb1.SetFileData.EndOfFile;
import io.smbscope.smb.smb1.SetFileData.HardLink;
import io.smbscope.smb.smb1.SetFileData.PosixOpen;
import io.smbscope.smb.smb1.SetFileData.PosixUnlink;
import io.smbscope.smb.smb1.SetFileData.Rename;
import io.smbscope.smb.smb1.SetFileData.Undecoded;
import io.smbscope.smb.smb1.SetFileData.UnixLink;

/**
 * How Trans2_Data of each information level that sets something is read. A new level is one grammar
 * type, one record, one entry here. Pass-through levels are 1000 and the file information class.
 * [MS-CIFS] 2.2.2.3.4, [MS-SMB] 2.2.2.3.5
 */
@SuppressWarnings("ImmutableEnumChecker") // the decoders are method references without state
enum SetFileLevel {
  SMB_INFO_STANDARD(0x0001, SetFileLevel::standard),
  SMB_SET_FILE_BASIC_INFO(0x0101, SetFileLevel::basic),
  SMB_SET_FILE_DISPOSITION_INFO(0x0102, SetFileLevel::disposition),
  SMB_SET_FILE_ALLOCATION_INFO(0x0103, SetFileLevel::allocation),
  SMB_SET_FILE_END_OF_FILE_INFO(0x0104, SetFileLevel::endOfFile),
  SMB_SET_FILE_UNIX_LINK(0x0201, content -> new UnixLink(target(content))),
  SMB_SET_FILE_UNIX_HLINK(0x0203, content -> new HardLink(target(content))),
  SMB_POSIX_PATH_OPEN(0x0209, SetFileLevel::posixOpen),
  SMB_POSIX_PATH_UNLINK(0x020A, SetFileLevel::posixUnlink),
  FILE_BASIC_INFORMATION(1004, SetFileLevel::basic),
  FILE_RENAME_INFORMATION(1010, SetFileLevel::rename),
  FILE_LINK_INFORMATION(1011, SetFileLevel::link),
  FILE_DISPOSITION_INFORMATION(1013, SetFileLevel::disposition),
  FILE_ALLOCATION_INFORMATION(1019, SetFileLevel::allocation),
  FILE_END_OF_FILE_INFORMATION(1020, SetFileLevel::endOfFile);

  private final int level;
  private final ContentDecoder<SetFileData> decoder;

  SetFileLevel(int level, ContentDecoder<SetFileData> decoder) {
    this.level = level;
    this.decoder = decoder;
  }

  static SetFileData decode(int level, TransactionContent content) {
    for (SetFileLevel known : values()) {
      if (known.level == level) {
        try {
          return known.decoder.decode(content);
        } catch (RuntimeException e) {
          content.block().malformed("level " + level + ": " + e.getClass().getSimpleName());
          return new Undecoded();
        }
      }
    }
    return new Undecoded();
  }

  private static SetFileData standard(TransactionContent content) {
    Smb1SetFile.Standard standard = new Smb1SetFile.Standard(content.dataStream());
    return new Basic(
        DataTypes.dateTime(standard.createDate(), standard.createTime()),
        DataTypes.dateTime(standard.lastAccessDate(), standard.lastAccessTime()),
        DataTypes.dateTime(standard.lastWriteDate(), standard.lastWriteTime()),
        null,
        0);
  }

  private static SetFileData basic(TransactionContent content) {
    Smb1SetFile.Basic basic = new Smb1SetFile.Basic(content.dataStream());
    return new Basic(
        FileTime.toInstant(basic.creationTime()),
        FileTime.toInstant(basic.lastAccessTime()),
        FileTime.toInstant(basic.lastWriteTime()),
        FileTime.toInstant(basic.changeTime()),
        basic.extFileAttributes());
  }

  private static SetFileData disposition(TransactionContent content) {
    return new Disposition(new Smb1SetFile.Disposition(content.dataStream()).deletePending() != 0);
  }

  private static SetFileData allocation(TransactionContent content) {
    return new Allocation(new Smb1SetFile.Allocation(content.dataStream()).allocationSize());
  }

  private static SetFileData endOfFile(TransactionContent content) {
    return new EndOfFile(new Smb1SetFile.EndOfFile(content.dataStream()).endOfFile());
  }

  private static SetFileData rename(TransactionContent content) {
    Smb1SetFile.Rename rename = new Smb1SetFile.Rename(content.dataStream());
    return new Rename(rename.replaceIfExists() != 0, rename.rootDirectory(), rename.fileName());
  }

  private static SetFileData link(TransactionContent content) {
    return new HardLink(new Smb1SetFile.Rename(content.dataStream()).fileName());
  }

  private static String target(TransactionContent content) {
    return DataTypes.text(
        new Smb1SetFile.UnixLink(content.dataStream(), content.unicode()).target());
  }

  private static SetFileData posixOpen(TransactionContent content) {
    Smb1SetFile.PosixOpen open = new Smb1SetFile.PosixOpen(content.dataStream());
    return new PosixOpen(open.oplockFlags(), open.openFlags(), open.permissions());
  }

  private static SetFileData posixUnlink(TransactionContent content) {
    return new PosixUnlink(new Smb1SetFile.PosixUnlink(content.dataStream()).directory() != 0);
  }
}
