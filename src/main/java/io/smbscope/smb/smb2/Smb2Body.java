package io.smbscope.smb.smb2;

/**
 * What follows an SMB2 header: a nested record {@code Request} or {@code Response} of one command's
 * class, an {@code ErrorResponse}, or {@link Unparsed}.
 */
public interface Smb2Body {

  /** The open it is about; null where the command has none. */
  default FileId fileId() {
    return null;
  }

  /** Body of an unknown command, or one that its grammar cannot read. */
  record Unparsed(int length) implements Smb2Body {}
}
