package io.smbscope.smb.smb1;

import io.smbscope.base.FileTime;
import io.smbscope.grammar.Smb1NtCreateAndx;
import io.smbscope.grammar.Smb1NtTransact;
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

  static Smb1Body request(CommandBlock block) {
    Smb1NtCreateAndx.Request request =
        new Smb1NtCreateAndx.Request(block.stream(), block.unicode());
    return new Request(
        request.flags(),
        request.rootDirectoryFid(),
        request.desiredAccess(),
        request.allocationSize(),
        request.extFileAttributes(),
        request.shareAccess(),
        request.createDisposition(),
        request.createOptions(),
        request.impersonationLevel(),
        request.securityFlags(),
        DataTypes.text(request.fileName()));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1NtCreateAndx.Response response = new Smb1NtCreateAndx.Response(block.stream());
    return new Response(
        response.opLockLevel(),
        response.fid(),
        response.createDisposition(),
        FileTime.toInstant(response.createTime()),
        FileTime.toInstant(response.lastAccessTime()),
        FileTime.toInstant(response.lastWriteTime()),
        FileTime.toInstant(response.lastChangeTime()),
        response.extFileAttributes(),
        response.allocationSize(),
        response.endOfFile(),
        response.resourceType(),
        response.nmPipeStatus(),
        response.directory() != 0,
        DataTypes.guid(response.volumeGuid()),
        response.fileId(),
        response.maximalAccessRights(),
        response.guestMaximalAccessRights());
  }

  /**
   * Words before ByteCount: of an extended response 50, where WordCount is 42. [MS-SMB] 2.2.4.9.2
   */
  static int words(Smb1Header header, int command, int wordCount) {
    boolean extended =
        command == Smb1Command.SMB_COM_NT_CREATE_ANDX.code()
            && header.response()
            && wordCount == 42;
    return extended ? 50 : wordCount;
  }

  /** NT_TRANSACT_CREATE. */
  static NtTransact.Parameters request(TransactionContent content) {
    Smb1NtTransact.CreateRequest request =
        new Smb1NtTransact.CreateRequest(content.parameterStream(), content.unicode());
    return new Request(
        request.flags(),
        request.rootDirectoryFid(),
        request.desiredAccess(),
        request.allocationSize(),
        request.extFileAttributes(),
        request.shareAccess(),
        request.createDisposition(),
        request.createOptions(),
        request.impersonationLevel(),
        request.securityFlags(),
        DataTypes.text(request.name()));
  }

  /** NT_TRANSACT_CREATE. */
  static NtTransact.Parameters response(TransactionContent content) {
    Smb1NtTransact.CreateResponse response =
        new Smb1NtTransact.CreateResponse(content.parameterStream());
    return new Response(
        response.opLockLevel(),
        response.fid(),
        response.createAction(),
        FileTime.toInstant(response.createTime()),
        FileTime.toInstant(response.lastAccessTime()),
        FileTime.toInstant(response.lastWriteTime()),
        FileTime.toInstant(response.lastChangeTime()),
        response.extFileAttributes(),
        response.allocationSize(),
        response.endOfFile(),
        response.resourceType(),
        response.nmPipeStatus(),
        response.directory() != 0,
        DataTypes.guid(response.volumeGuid()),
        response.fileId(),
        response.maximalAccessRights(),
        response.guestMaximalAccessRights());
  }
}
