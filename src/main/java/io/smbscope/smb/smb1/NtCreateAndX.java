package io.smbscope.smb.smb1;

import java.time.Instant;
import java.util.UUID;

/**
 * SMB_COM_NT_CREATE_ANDX, and NT_TRANSACT_CREATE, which says the same and a security descriptor.
 * [MS-CIFS] 2.2.4.64 and 2.2.7.1, [MS-SMB] 2.2.4.9 and 2.2.7.3
 */
public final class NtCreateAndX {
  private NtCreateAndX() {}

  /**
   * Asks for a file, folder or pipe.
   *
   * @param flags 2 oplock, 4 batch oplock, 8 open the target's folder, 0x10 extended response
   * @param rootDirectoryFid FID that {@code fileName} counts from, or 0
   * @param desiredAccess mask
   * @param allocationSize octets
   * @param extFileAttributes FILE_ATTRIBUTE_ mask
   * @param shareAccess 1 read, 2 write, 4 delete
   * @param createDisposition 0 supersede, 1 open, 2 create, 3 open-if, 4 overwrite, 5 overwrite-if
   * @param createOptions as in [MS-SMB2] 2.2.13
   * @param impersonationLevel 0 anonymous, 1 identification, 2 impersonation, 3 delegation
   */
  public record Request(
      long flags,
      long rootDirectoryFid,
      long desiredAccess,
      long allocationSize,
      long extFileAttributes,
      long shareAccess,
      long createDisposition,
      long createOptions,
      long impersonationLevel,
      int securityFlags,
      String fileName)
      implements Smb1Body, NtTransact.Parameters {}

  /**
   * What was opened.
   *
   * @param opLockLevel {@link OpLockLevel}
   * @param createDisposition what was done: 0 superseded, 1 opened, 2 created, 3 overwritten
   * @param extFileAttributes FILE_ATTRIBUTE_ mask
   * @param allocationSize octets
   * @param endOfFile octets
   * @param resourceType 0 disk, 1 byte pipe, 2 message pipe, 3 printer
   * @param volumeGuid extended response only, else null
   * @param fileId extended response only, else null
   * @param maximalAccessRights mask; extended response only, else null
   * @param guestMaximalAccessRights mask; extended response only, else null
   */
  public record Response(
      int opLockLevel,
      int fid,
      long createDisposition,
      Instant createTime,
      Instant lastAccessTime,
      Instant lastWriteTime,
      Instant lastChangeTime,
      long extFileAttributes,
      long allocationSize,
      long endOfFile,
      int resourceType,
      int nmPipeStatus,
      boolean directory,
      UUID volumeGuid,
      Long fileId,
      Long maximalAccessRights,
      Long guestMaximalAccessRights)
      implements Smb1Body, NtTransact.Parameters {}
}
