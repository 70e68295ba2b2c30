package io.smbscope.smb.smb2;

import io.smbscope.base.Bytes;

/**
 * What follows an SMB2 header: a nested record {@code Request} or {@code Response} of one command's
 * class, an {@code ErrorResponse}, or {@link Unparsed}.
 */
public interface Smb2Body {

  /** The open it is about; null where the command has none. */
  default FileId fileId() {
    return null;
  }

  /** Octets of a pipe that it brings along; empty where the command has none. */
  default Bytes pipeOctets() {
    return Bytes.EMPTY;
  }

  /** The same without them, for who has no memory left. */
  default Smb2Body withoutPipeOctets() {
    return this;
  }

  /** Body of an unknown command, or one that its grammar cannot read. */
  record Unparsed(int length) implements Smb2Body {}
}
