package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1Close;

/** SMB_COM_FIND_CLOSE2. The response is empty. [MS-CIFS] 2.2.4.48 */
public final class FindClose2 {
  private FindClose2() {}

  /**
   * Ends a listing.
   *
   * @param searchHandle SID of the {@link FindFirst2.Response}
   */
  public record Request(int searchHandle) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1Close.FindClose2Request request = new Smb1Close.FindClose2Request(block.stream());
    return new Request(request.searchHandle());
  }
}
