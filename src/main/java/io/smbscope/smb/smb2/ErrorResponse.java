package io.smbscope.smb.smb2;

import io.kaitai.struct.KaitaiStream;
import io.smbscope.grammar.Smb2Error;

/**
 * SMB2 ERROR response, in place of a command's own; interim responses (STATUS_PENDING) too.
 * [MS-SMB2] 2.2.2
 *
 * @param errorContextCount of dialect 3.1.1, else 0
 * @param byteCount octets of ErrorData
 * @param symlink where the path goes on, of STATUS_STOPPED_ON_SYMLINK, else null
 * @param requiredBufferSize of STATUS_BUFFER_TOO_SMALL in octets, else -1
 * @param shareRedirect of STATUS_BAD_NETWORK_NAME with a share redirect context: the server's
 *     resource name, else null
 */
public record ErrorResponse(
    int errorContextCount,
    long byteCount,
    Symlink symlink,
    long requiredBufferSize,
    String shareRedirect)
    implements Smb2Body {
  static final String SECTION = "MS-SMB2 2.2.2";
  static final int STRUCTURE_SIZE = 9;

  private static final long BUFFER_TOO_SMALL = 0xC0000023L;
  private static final long STOPPED_ON_SYMLINK = 0x8000002DL;
  private static final long BAD_NETWORK_NAME = 0xC00000CCL;

  /** Error ids of contexts; data without context is of the first. 2.2.2.1 */
  private static final long DEFAULT = 0;

  private static final long SHARE_REDIRECT = 0x72645253L;

  /** Octets from the SMB2 header to ErrorData. */
  private static final int OFS_ERROR_DATA = Smb2Header.SIZE + 8;

  /**
   * Symbolic Link Error Response. 2.2.2.2.1
   *
   * @param unparsedPathLength octets at the end of the path that were not followed
   * @param relative the target is relative to the link's directory
   */
  public record Symlink(
      int unparsedPathLength, boolean relative, String substituteName, String printName) {}

  static ErrorResponse decode(Smb2Input in) {
    Smb2Error parsed = new Smb2Error(in.stream());
    int contexts = parsed.numErrorContexts();
    long length = parsed.lenErrorData();
    ErrorResponse plain = new ErrorResponse(contexts, length, null, -1, null);
    long status = in.header().status();
    boolean told =
        status == BUFFER_TOO_SMALL || status == STOPPED_ON_SYMLINK || status == BAD_NETWORK_NAME;
    if (length == 0 || !told) {
      return plain;
    }
    in.checkRange(SECTION, "ErrorData", OFS_ERROR_DATA, length);
    if (!in.present(OFS_ERROR_DATA, length)) {
      return plain;
    }
    try {
      return contexts == 0
          ? plain.with(status, DEFAULT, in.stream().substream(length))
          : plain.withContexts(status, in.stream().substream(length));
    } catch (RuntimeException unreadable) {
      in.unreadable(SECTION, "ErrorData", unreadable);
      return plain;
    }
  }

  /** The first context that says something. */
  private ErrorResponse withContexts(long status, KaitaiStream data) {
    for (int i = 0; i < errorContextCount && !data.isEof(); i++) {
      Smb2Error.ErrorContext context = new Smb2Error.ErrorContext(data);
      long next = data.pos() + context.lenData() + 7 & ~7L;
      ErrorResponse told = with(status, context.errorId(), data.substream(context.lenData()));
      if (!told.equals(this)) {
        return told;
      }
      data.seek(Math.min(next, data.size()));
    }
    return this;
  }

  private ErrorResponse with(long status, long errorId, KaitaiStream data) {
    if (status == STOPPED_ON_SYMLINK && errorId == DEFAULT) {
      Smb2Error.Symlink parsed = new Smb2Error.Symlink(data);
      Symlink target =
          new Symlink(
              parsed.lenUnparsedPath(),
              (parsed.flags() & 1) != 0,
              Text.utf16le(parsed.substituteName()),
              Text.utf16le(parsed.printName()));
      return new ErrorResponse(errorContextCount, byteCount, target, -1, null);
    }
    if (status == BUFFER_TOO_SMALL && errorId == DEFAULT) {
      long size = new Smb2Error.BufferTooSmall(data).requiredBufferSize();
      return new ErrorResponse(errorContextCount, byteCount, null, size, null);
    }
    if (status == BAD_NETWORK_NAME && errorId == SHARE_REDIRECT) {
      String name = Text.utf16le(new Smb2Error.ShareRedirect(data).resourceName());
      return new ErrorResponse(errorContextCount, byteCount, null, -1, name);
    }
    return this;
  }
}
