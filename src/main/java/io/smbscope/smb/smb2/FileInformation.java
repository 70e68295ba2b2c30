package io.smbscope.smb.smb2;

/** What a SET_INFO request of type 1 (file) sets, of the classes that are decoded. [MS-FSCC] 2.4 */
public sealed interface FileInformation {

  /** FileBasicInformation, 4. Times are FILETIME; 0 and -1 leave one as it is. 2.4.7 */
  record Basic(
      long creationTime,
      long lastAccessTime,
      long lastWriteTime,
      long changeTime,
      long fileAttributes)
      implements FileInformation {}

  /**
   * FileRenameInformation, 10, and FileRenameInformationEx, 65. 2.4.41, 2.4.42
   *
   * @param replaceIfExists a file of the new name is replaced
   * @param rootDirectory 0 over the network
   * @param name the new one, relative to the share
   */
  record Rename(boolean replaceIfExists, long rootDirectory, String name)
      implements FileInformation {}

  /** FileLinkInformation, 11, and FileLinkInformationEx, 72. 2.4.27 */
  record Link(boolean replaceIfExists, long rootDirectory, String name)
      implements FileInformation {}

  /** FileDispositionInformation, 13, and FileDispositionInformationEx, 64. 2.4.11, 2.4.12 */
  record Disposition(boolean deletePending) implements FileInformation {}

  /** FileAllocationInformation, 19, in octets. 2.4.4 */
  record Allocation(long allocationSize) implements FileInformation {}

  /** FileEndOfFileInformation, 20, in octets. 2.4.13 */
  record EndOfFile(long endOfFile) implements FileInformation {}
}
