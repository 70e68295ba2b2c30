package io.smbscope.output.zeek;

/**
 * Which open of a connection, in which direction, content belongs to.
 *
 * @param id both halves of the FileId added; SMB1: FID
 */
record OpenKey(long id, boolean written) {}
