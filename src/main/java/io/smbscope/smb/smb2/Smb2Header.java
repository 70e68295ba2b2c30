package io.smbscope.smb.smb2;

/**
 * The SMB2 packet header, both forms. [MS-SMB2] 2.2.1
 *
 * @param command as on the wire; 0 NEGOTIATE to 0x13
 * @param status NT status of a response; in a request ChannelSequence and Reserved
 * @param credits CreditRequest or CreditResponse
 * @param flags 1 response, 2 async, 4 related, 8 signed, 0x10000000 DFS, 0x20000000 replay
 * @param nextCommand octets from this header to the next one in a compound, 0 in the last
 * @param asyncId of the async form, else 0
 * @param processId of the sync form (Reserved), else 0
 * @param treeId of the sync form, else 0
 * @param sessionId unsigned
 * @param signatureZero all 16 octets of the signature are zero
 */
public record Smb2Header(
    int command,
    int creditCharge,
    long status,
    int credits,
    long flags,
    long nextCommand,
    long messageId,
    long asyncId,
    long processId,
    long treeId,
    long sessionId,
    boolean signatureZero) {
  public static final int SIZE = 64;

  public boolean response() {
    return (flags & 1) != 0;
  }

  public boolean async() {
    return (flags & 2) != 0;
  }

  public boolean related() {
    return (flags & 4) != 0;
  }

  public boolean signed() {
    return (flags & 8) != 0;
  }
}
