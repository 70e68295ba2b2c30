package io.smbscope.smb.smb1;

/**
 * Parameters and data of one SMB1 command: a nested record {@code Request} or {@code Response} of
 * one command's class, or one of the two here.
 */
public interface Smb1Body {

  /** WordCount and ByteCount are 0, as in most error responses. */
  record Empty() implements Smb1Body {}

  /** An unknown command, or one that its grammar cannot read. */
  record Unparsed(int wordCount, int byteCount) implements Smb1Body {}
}
