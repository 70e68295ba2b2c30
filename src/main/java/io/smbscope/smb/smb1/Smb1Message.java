package io.smbscope.smb.smb1;

import io.smbscope.smb.SmbMessage;
import java.util.List;

/**
 * One SMB1 message with its AndX chain.
 *
 * @param blocks the header's command first; never empty
 * @param missing octets at its end that were lost in a gap or cut off
 */
public record Smb1Message(int length, Smb1Header header, List<Block> blocks, int missing)
    implements SmbMessage {

  /**
   * One command of the chain.
   *
   * @param wordCount as on the wire
   * @param andXOffset octets from the header to the next command as on the wire, also where none
   *     follows; 0 without AndX words
   */
  public record Block(int command, Smb1Body body, int wordCount, int andXOffset) {
    public Block(int command, Smb1Body body) {
      this(command, body, 0, 0);
    }
  }
}
