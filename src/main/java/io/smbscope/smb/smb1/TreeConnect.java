package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1TreeConnect;

/** SMB_COM_TREE_CONNECT of the core protocol. [MS-CIFS] 2.2.4.50 */
public final class TreeConnect {
  private TreeConnect() {}

  /**
   * Asks for a share.
   *
   * @param path of the share, as {@code \\server\share}
   * @param password plain text
   * @param service {@code A:} disk, {@code LPT1:} printer, {@code IPC} pipe, {@code COMM}, {@code
   *     ?????} any
   */
  public record Request(String path, String password, String service) implements Smb1Body {}

  /**
   * The share's TID, which the header of this response does not have yet.
   *
   * @param maxBufferSize octets of the largest message the server receives
   */
  public record Response(int maxBufferSize, int tid) implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1TreeConnect.CoreRequest request =
        new Smb1TreeConnect.CoreRequest(block.stream(), block.unicode());
    return new Request(DataTypes.text(request.path()), request.password(), request.service());
  }

  static Smb1Body response(CommandBlock block) {
    Smb1TreeConnect.CoreResponse response = new Smb1TreeConnect.CoreResponse(block.stream());
    return new Response(response.maxBufferSize(), response.tid());
  }
}
