package io.smbscope.smb.smb2;

/**
 * Entries of which each begins with NextEntryOffset, as those of every class of directory
 * information and of FILE_NOTIFY_INFORMATION do. [MS-FSCC] 2.4, 2.7.1
 */
final class EntryChain {
  /** The least octets of an entry: two more fields of 32 bits follow NextEntryOffset. */
  private static final int FIXED = 12;

  private EntryChain() {}

  /**
   * Counts the entries of which the start is there.
   *
   * @param offset of the first one, from the SMB2 header
   * @param length octets of all
   */
  static int count(Smb2Input in, String section, long offset, long length) {
    in.checkRange(section, "OutputBuffer", offset, length);
    long end = offset + length;
    long start = offset;
    int entries = 0;
    while (end - start >= FIXED && in.present(start, FIXED)) {
      entries++;
      long next = in.octets().u32le((int) start);
      if (next == 0) {
        break;
      }
      if (next < FIXED || next > end - start - FIXED) {
        in.malformed(
            section, "NextEntryOffset " + next + " with " + (end - start) + " octets left");
        break;
      }
      start += next;
    }
    return entries;
  }
}
