package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1PrintFile;

/** SMB_COM_WRITE_PRINT_FILE. The response is empty. [MS-CIFS] 2.2.4.68 */
public final class WritePrintFile {
  private WritePrintFile() {}

  /**
   * Octets to print.
   *
   * @param dataLength octets
   */
  public record Request(int fid, int dataLength) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1PrintFile.WriteRequest request = new Smb1PrintFile.WriteRequest(block.stream());
    return new Request(request.fid(), request.lenData());
  }
}
