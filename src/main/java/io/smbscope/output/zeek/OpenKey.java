package io.smbscope.output.zeek;

/**
 * Which open of a connection, in which direction, content belongs to.
 *
 * @param id both halves of the FileId added; SMB1: FID
 */
record OpenKey(long id, boolean written) {
  // Written out, as in all that is compared often: see Key.
  @Override
  public boolean equals(Object other) {
    return other instanceof OpenKey open && id == open.id && written == open.written;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(id) + Boolean.hashCode(written);
  }
}
