package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Close;

/** SMB_COM_SEEK. [MS-CIFS] 2.2.4.19 */
public final class Seek {
  private Seek() {}

  /**
   * Moves the file pointer.
   *
   * @param mode 0 from the start, 1 from the pointer, 2 from the end
   * @param offset octets, signed
   */
  public record Request(int fid, int mode, long offset) implements Smb1Body {}

  /** The pointer, octets from the file's start. */
  public record Response(long offset) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Close.SeekRequest request = new Smb1Close.SeekRequest(block.stream());
    return new Request(request.fid(), request.mode(), request.offset());
  }

  static Smb1Body response(CommandBlock block) {
    Smb1Close.SeekResponse response = new Smb1Close.SeekResponse(block.stream());
    return new Response(response.offset());
  }
}
