package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import io.smbscope.grammar.Smb1TreeConnect;

/** SMB_COM_TREE_CONNECT_ANDX. [MS-CIFS] 2.2.4.55, [MS-SMB] 2.2.4.7 */
public final class TreeConnectAndX {
  private TreeConnectAndX() {}

  /**
   * Asks for a share.
   *
   * @param flags 1 disconnect the header's TID, 4 extended signatures, 8 extended response
   * @param password share password or response to the challenge; one zero octet when there is none
   * @param path of the share, as {@code \\server\share}
   * @param service {@code A:} disk, {@code LPT1:} printer, {@code IPC} pipe, {@code COMM}, {@code
   *     ?????} any
   */
  public record Request(int flags, Bytes password, String path, String service)
      implements Smb1Body {}

  /**
   * The share, whose TID stands in the header.
   *
   * @param optionalSupport {@link OptionalSupport} bits; 0 in the LAN Manager form
   * @param maximalShareAccessRights mask; extended response only, else null
   * @param guestMaximalShareAccessRights mask; extended response only, else null
   * @param service as in the request, never {@code ?????}
   * @param nativeFileSystem such as {@code NTFS}; empty for a pipe share
   */
  public record Response(
      int optionalSupport,
      Long maximalShareAccessRights,
      Long guestMaximalShareAccessRights,
      String service,
      String nativeFileSystem)
      implements Smb1Body {}

  static Smb1Body request(CommandBlock block) {
    Smb1TreeConnect.AndxRequest request =
        new Smb1TreeConnect.AndxRequest(block.stream(), block.unicode());
    return new Request(
        request.flags(),
        DataTypes.octets(request.password()),
        DataTypes.text(request.path()),
        request.service());
  }

  static Smb1Body response(CommandBlock block) {
    Smb1TreeConnect.AndxResponse response =
        new Smb1TreeConnect.AndxResponse(block.stream(), block.unicode());
    return new Response(
        response.optionalSupport() == null ? 0 : response.optionalSupport(),
        response.maximalShareAccessRights(),
        response.guestMaximalShareAccessRights(),
        response.service(),
        DataTypes.text(response.nativeFileSystem()));
  }
}
