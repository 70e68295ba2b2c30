package io.smbscope.smb.smb1;

/**
 * Parameters and data of one SMB1 command: a nested record {@code Request} or {@code Response} of
 * one command's class, or one of those here. Octets in it ({@code Bytes}) are copies: a body stays
 * whole after the call that hands it out. Times are null where the wire says none.
 */
public interface Smb1Body {

  /** Says nothing: WordCount and ByteCount are 0 (most error responses), or AndX words only. */
  record Empty() implements Smb1Body {}

  /** A command without decoder here, or one that its grammar cannot read (then with an anomaly). */
  record Unparsed(int wordCount, int byteCount) implements Smb1Body {}

  /**
   * A part of a transaction that goes on in a later message; the last part's message carries the
   * whole. [MS-CIFS] 3.2.4.1.5
   *
   * @param parameterCount octets of parameters in this part
   * @param dataCount octets of data in this part
   */
  record Fragment(int parameterCount, int dataCount) implements Smb1Body {}
}
