package io.smbscope.smb.smb1;

import java.time.Instant;

/**
 * What a SET_PATH_INFORMATION or SET_FILE_INFORMATION sets, whichever level says it. [MS-CIFS]
 * 2.2.8.4, [MS-FSCC] 2.4
 */
public interface SetFileData {

  /** A level without decoder here, or data that its grammar cannot read. */
  record Undecoded() implements SetFileData {}

  /**
   * Times and attributes.
   *
   * @param extFileAttributes FILE_ATTRIBUTE_ mask; 0 leaves them
   */
  record Basic(
      Instant creationTime,
      Instant lastAccessTime,
      Instant lastWriteTime,
      Instant changeTime,
      long extFileAttributes)
      implements SetFileData {}

  /** Whether it is to go when the last open ends. */
  record Disposition(boolean deletePending) implements SetFileData {}

  /** Octets to keep room for. */
  record Allocation(long allocationSize) implements SetFileData {}

  /** New length, octets. */
  record EndOfFile(long endOfFile) implements SetFileData {}

  /**
   * A new name.
   *
   * @param rootDirectory FID that {@code fileName} counts from, or 0
   */
  record Rename(boolean replaceIfExists, long rootDirectory, String fileName)
      implements SetFileData {}

  /**
   * A second name of a file: FileLinkInformation, or SMB_SET_FILE_UNIX_HLINK (0x203).
   *
   * @param fileName as on the wire: new name (FileLinkInformation), or the file that is there
   */
  record HardLink(String fileName) implements SetFileData {}

  /** SMB_SET_FILE_UNIX_LINK (0x201): the path becomes a symbolic link to {@code target}. */
  record UnixLink(String target) implements SetFileData {}

  /**
   * SMB_POSIX_PATH_OPEN (0x209): opens a file or makes a folder.
   *
   * @param openFlags 1 read, 2 write, 4 both, 0x10 create, 0x20 exclusive, 0x40 truncate, 0x80
   *     append, 0x200 folder
   */
  record PosixOpen(long oplockFlags, long openFlags, long permissions) implements SetFileData {}

  /** SMB_POSIX_PATH_UNLINK (0x20A): the path goes at once. */
  record PosixUnlink(boolean directory) implements SetFileData {}
}
