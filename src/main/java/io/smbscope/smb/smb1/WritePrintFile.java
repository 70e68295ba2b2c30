package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1PrintFile;

/** SMB_COM_WRITE_PRINT_FILE. The response is empty. [MS-CIFS] 2.2.4.68 */
public final class WritePrintFile {
  /** BufferFormat and DataLength. */
  private static final int BUFFER_HEAD = 3;

  private WritePrintFile() {}

  /**
   * Octets to print.
   *
   * @param dataLength octets
   * @param data for a pipe, as much as was gathered; else empty
   */
  public record Request(int fid, int dataLength, Bytes data) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1PrintFile.WriteRequest request = new Smb1PrintFile.WriteRequest(block.stream());
    return new Request(
        request.fid(),
        request.lenData(),
        block.pipeData(block.dataBlock() + BUFFER_HEAD, request.lenData()));
  }
}
