package io.smbscope.session;

/** Names of what SET_INFO changes. [MS-SMB2] 2.2.39, [MS-FSCC] 2.4 and 2.5 */
final class InformationClass {
  private static final int FILE = 1;
  private static final int FILE_SYSTEM = 2;
  private static final int SECURITY = 3;
  private static final int QUOTA = 4;

  /** Levels from here on are FileInformationClass and this. */
  private static final int PASS_THROUGH = 1000;

  private InformationClass() {}

  static String name(int infoType, int infoClass) {
    return switch (infoType) {
      case FILE -> file(infoClass);
      case FILE_SYSTEM -> fileSystem(infoClass);
      case SECURITY -> "SecurityInformation";
      case QUOTA -> "QuotaInformation";
      default -> "InfoType" + infoType + "Class" + infoClass;
    };
  }

  /**
   * Name of what SMB1 sets, as an information level. [MS-CIFS] 2.2.2.3.4; pass-through levels:
   * [MS-SMB] 2.2.2.3.5
   */
  static String ofLevel(int level) {
    if (level >= PASS_THROUGH) {
      return file(level - PASS_THROUGH);
    }
    return switch (level) {
      case 0x0001 -> "SMB_INFO_STANDARD";
      case 0x0002 -> "SMB_INFO_SET_EAS";
      case 0x0101 -> "SMB_SET_FILE_BASIC_INFO";
      case 0x0102 -> "SMB_SET_FILE_DISPOSITION_INFO";
      case 0x0103 -> "SMB_SET_FILE_ALLOCATION_INFO";
      case 0x0104 -> "SMB_SET_FILE_END_OF_FILE_INFO";
      case 0x0200 -> "SMB_SET_FILE_UNIX_BASIC";
      case 0x0201 -> "SMB_SET_FILE_UNIX_LINK";
      case 0x0203 -> "SMB_SET_FILE_UNIX_HLINK";
      default -> Access.hexadecimal(level, 4);
    };
  }

  private static String file(int infoClass) {
    return switch (infoClass) {
      case 4 -> "FileBasicInformation";
      case 10 -> "FileRenameInformation";
      case 11 -> "FileLinkInformation";
      case 13 -> "FileDispositionInformation";
      case 14 -> "FilePositionInformation";
      case 15 -> "FileFullEaInformation";
      case 16 -> "FileModeInformation";
      case 19 -> "FileAllocationInformation";
      case 20 -> "FileEndOfFileInformation";
      case 23 -> "FilePipeInformation";
      case 25 -> "FilePipeRemoteInformation";
      case 39 -> "FileValidDataLengthInformation";
      case 40 -> "FileShortNameInformation";
      case 64 -> "FileDispositionInformationEx";
      case 65 -> "FileRenameInformationEx";
      case 72 -> "FileLinkInformationEx";
      default -> "FileInformationClass" + infoClass;
    };
  }

  private static String fileSystem(int infoClass) {
    return switch (infoClass) {
      case 2 -> "FileFsLabelInformation";
      case 6 -> "FileFsControlInformation";
      case 8 -> "FileFsObjectIdInformation";
      default -> "FileFsInformationClass" + infoClass;
    };
  }
}
