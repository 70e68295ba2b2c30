package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2ChangeNotify;

/** SMB2 CHANGE_NOTIFY. [MS-SMB2] 2.2.35, 2.2.36 */
public final class ChangeNotify {
  private ChangeNotify() {}

  static Smb2Body request(Smb2Input in) {
    Smb2ChangeNotify.Request parsed = new Smb2ChangeNotify.Request(in.stream());
    return new Request(
        parsed.flags(),
        parsed.outputBufferLength(),
        Identifiers.fileId(parsed.fileId()),
        parsed.completionFilter());
  }

  static Smb2Body response(Smb2Input in) {
    Smb2ChangeNotify.Response parsed = new Smb2ChangeNotify.Response(in.stream());
    long length = parsed.lenOutputBuffer();
    int entries = EntryChain.count(in, "MS-SMB2 2.2.36", parsed.ofsOutputBuffer(), length);
    return new Response(length, entries);
  }

  /**
   * Request, 2.2.35.
   *
   * @param flags 1 the tree below the directory too
   * @param completionFilter what is watched: 1 file names, 2 directory names, 4 attributes, ...
   */
  public record Request(int flags, long outputBufferLength, FileId fileId, long completionFilter)
      implements Smb2Body {}

  /**
   * Response, 2.2.36.
   *
   * @param outputLength octets of OutputBuffer
   * @param entries FILE_NOTIFY_INFORMATION entries, counted along NextEntryOffset
   */
  public record Response(long outputLength, int entries) implements Smb2Body {}
}
