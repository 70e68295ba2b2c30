package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2Create;
import java.util.List;

/** SMB2 CREATE. [MS-SMB2] 2.2.13, 2.2.14 */
public final class Create {
  private Create() {}

  static Smb2Body request(Smb2Input in) {
    Smb2Create.Request parsed = new Smb2Create.Request(in.stream());
    return new Request(
        parsed.requestedOplockLevel(),
        parsed.impersonationLevel(),
        parsed.desiredAccess(),
        parsed.fileAttributes(),
        parsed.shareAccess(),
        parsed.createDisposition(),
        parsed.createOptions(),
        parsed.lenName() == 0 ? "" : Text.utf16le(parsed.name()),
        CreateContexts.decode(in, parsed.ofsContexts(), parsed.lenContexts()));
  }

  static Smb2Body response(Smb2Input in) {
    Smb2Create.Response parsed = new Smb2Create.Response(in.stream());
    return new Response(
        parsed.oplockLevel(),
        parsed.flags(),
        parsed.createAction(),
        parsed.creationTime(),
        parsed.lastAccessTime(),
        parsed.lastWriteTime(),
        parsed.changeTime(),
        parsed.allocationSize(),
        parsed.endOfFile(),
        parsed.fileAttributes(),
        Identifiers.fileId(parsed.fileId()),
        CreateContexts.decode(in, parsed.ofsContexts(), parsed.lenContexts()));
  }

  /**
   * Request, 2.2.13.
   *
   * @param requestedOplockLevel 0 none, 1 level II, 8 exclusive, 9 batch, 0xFF lease
   * @param impersonationLevel 0 anonymous, 1 identification, 2 impersonation, 3 delegate
   * @param desiredAccess ACCESS_MASK
   * @param shareAccess 1 read, 2 write, 4 delete
   * @param createDisposition 0 supersede, 1 open, 2 create, 3 open if, 4 overwrite, 5 overwrite if
   * @param createOptions 1 directory, 0x40 not a directory, 0x1000 delete on close
   * @param name relative to the share, without leading backslash; with the server and share in
   *     front when the header's DFS flag is set
   */
  public record Request(
      int requestedOplockLevel,
      long impersonationLevel,
      long desiredAccess,
      long fileAttributes,
      long shareAccess,
      long createDisposition,
      long createOptions,
      String name,
      List<CreateContext> contexts)
      implements Smb2Body {}

  /**
   * Times are FILETIME, sizes octets.
   *
   * @param oplockLevel as in {@link Request}
   * @param flags 1 reparse point
   * @param createAction 0 superseded, 1 opened, 2 created, 3 overwritten
   */
  public record Response(
      int oplockLevel,
      int flags,
      long createAction,
      long creationTime,
      long lastAccessTime,
      long lastWriteTime,
      long changeTime,
      long allocationSize,
      long endOfFile,
      long fileAttributes,
      FileId fileId,
      List<CreateContext> contexts)
      implements Smb2Body {}
}
