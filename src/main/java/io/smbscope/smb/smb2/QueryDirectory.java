package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2QueryDirectory;

/** SMB2 QUERY_DIRECTORY. [MS-SMB2] 2.2.33, 2.2.34 */
public final class QueryDirectory {
  private QueryDirectory() {}

  static Smb2Body request(Smb2Input in) {
    Smb2QueryDirectory.Request parsed = new Smb2QueryDirectory.Request(in.stream());
    return new Request(
        parsed.fileInformationClass(),
        parsed.flags(),
        parsed.fileIndex(),
        Identifiers.fileId(parsed.fileId()),
        parsed.lenFileName() == 0 ? "" : Text.utf16le(parsed.fileName()),
        parsed.outputBufferLength());
  }

  static Smb2Body response(Smb2Input in) {
    Smb2QueryDirectory.Response parsed = new Smb2QueryDirectory.Response(in.stream());
    long length = parsed.lenOutputBuffer();
    int entries = EntryChain.count(in, "MS-SMB2 2.2.34", parsed.ofsOutputBuffer(), length);
    return new Response(length, entries);
  }

  /**
   * Request, 2.2.33.
   *
   * @param informationClass FileInformationClass, [MS-FSCC] 2.4: 1 Directory, 2 FullDirectory, 3
   *     BothDirectory, 12 Names, 37 IdBothDirectory, 38 IdFullDirectory
   * @param flags 1 restart scans, 2 one entry, 4 index specified, 0x10 reopen
   * @param pattern such as {@code *}
   */
  public record Request(
      int informationClass,
      int flags,
      long fileIndex,
      FileId fileId,
      String pattern,
      long outputBufferLength)
      implements Smb2Body {}

  /**
   * Response, 2.2.34.
   *
   * @param outputLength octets of OutputBuffer
   * @param entries counted along NextEntryOffset
   */
  public record Response(long outputLength, int entries) implements Smb2Body {}
}
