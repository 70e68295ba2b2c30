package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Open;
import io.smbscope.grammar.Smb1Trans2;
import java.time.Instant;

/**
 * SMB_COM_OPEN_ANDX, and TRANS2_OPEN2, which says the same and extended attributes. [MS-CIFS]
 * 2.2.4.41 and 2.2.6.1, [MS-SMB] 2.2.4.1
 */
public final class OpenAndX {
  private OpenAndX() {}

  /**
   * Asks for a file or pipe.
   *
   * @param flags 1 attributes wanted in the response, 2 oplock, 4 batch oplock
   * @param accessMode 0 read, 1 write, 2 both, 3 execute; sharing 0 compatibility, 0x10 exclusive,
   *     0x20 deny write, 0x30 deny read, 0x40 deny none
   * @param searchAttrs SMB_FILE_ATTRIBUTES mask; 0 in TRANS2_OPEN2, which has none
   * @param fileAttrs SMB_FILE_ATTRIBUTES mask for a new file
   * @param openMode if there: 0 fail, 1 open, 2 truncate; 0x10 create when not there
   * @param allocationSize octets
   * @param timeout milliseconds to wait for a pipe; 0 in TRANS2_OPEN2
   */
  public record Request(
      int flags,
      int accessMode,
      int searchAttrs,
      int fileAttrs,
      Instant creationTime,
      int openMode,
      long allocationSize,
      long timeout,
      String fileName)
      implements Smb1Body, Transaction2.Parameters {}

  /**
   * What was opened.
   *
   * @param lastWriteTime TRANS2_OPEN2: the time of creation
   * @param fileDataSize octets
   * @param accessRights granted: 0 read, 1 write, 2 both
   * @param resourceType 0 disk, 1 byte pipe, 2 message pipe, 3 printer
   * @param openResults 1 opened, 2 created, 3 truncated; 0x8000 oplock granted
   * @param maximalAccessRights mask; extended response only, else null
   */
  public record Response(
      int fid,
      int fileAttrs,
      Instant lastWriteTime,
      long fileDataSize,
      int accessRights,
      int resourceType,
      int nmPipeStatus,
      int openResults,
      Long maximalAccessRights)
      implements Smb1Body, Transaction2.Parameters {}

  static Smb1Body request(CommandBlock block) {
    Smb1Open.OpenAndxRequest request =
        new Smb1Open.OpenAndxRequest(block.stream(), block.unicode());
    return new Request(
        request.flags(),
        request.accessMode(),
        request.searchAttrs(),
        request.fileAttrs(),
        DataTypes.utime(request.creationTime()),
        request.openMode(),
        request.allocationSize(),
        request.timeout(),
        DataTypes.text(request.fileName()));
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Open.OpenAndxResponse response = new Smb1Open.OpenAndxResponse(block.stream());
    return new Response(
        response.fid(),
        response.fileAttrs(),
        DataTypes.utime(response.lastWriteTime()),
        response.fileDataSize(),
        response.accessRights(),
        response.resourceType(),
        response.nmPipeStatus(),
        response.openResults(),
        response.maximalAccessRights());
  }

  /** TRANS2_OPEN2. */
  static Transaction2.Parameters request(TransactionContent content) {
    Smb1Trans2.Open2Request request =
        new Smb1Trans2.Open2Request(content.parameterStream(), content.unicode());
    return new Request(
        request.flags(),
        request.accessMode(),
        0,
        request.fileAttributes(),
        DataTypes.utime(request.creationTime()),
        request.openMode(),
        request.allocationSize(),
        0,
        DataTypes.text(request.fileName()));
  }

  /** TRANS2_OPEN2. */
  static Transaction2.Parameters response(TransactionContent content) {
    Smb1Trans2.Open2Response response = new Smb1Trans2.Open2Response(content.parameterStream());
    return new Response(
        response.fid(),
        response.fileAttributes(),
        DataTypes.utime(response.creationTime()),
        response.fileDataSize(),
        response.accessMode(),
        response.resourceType(),
        response.nmPipeStatus(),
        response.actionTaken(),
        null);
  }
}
