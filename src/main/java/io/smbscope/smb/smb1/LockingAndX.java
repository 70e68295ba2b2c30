package io.smbscope.smb.smb1;

import io.smbscope.grammar.Smb1LockingAndx;
import java.util.List;

/** SMB_COM_LOCKING_ANDX, also the server's oplock break. [MS-CIFS] 2.2.4.32 */
public final class LockingAndX {
  private LockingAndX() {}

  /**
   * Locks, unlocks, or an oplock break (sent by the server, without response flag).
   *
   * @param typeOfLock 1 shared, 2 oplock release, 4 change, 8 cancel, 0x10 64-bit ranges
   * @param newOpLockLevel 0 none, 1 level II; of an oplock break
   * @param timeout milliseconds; 0xFFFFFFFF for ever
   */
  public record Request(
      int fid,
      int typeOfLock,
      int newOpLockLevel,
      long timeout,
      List<Range> unlocks,
      List<Range> locks)
      implements Smb1Body {}

  /**
   * LOCKING_ANDX_RANGE, 32 or 64 bits.
   *
   * @param offset octets from the file's start
   * @param length octets
   */
  public record Range(int pid, long offset, long length) {}

  static Smb1Body request(CommandBlock block) {
    Smb1LockingAndx.Request request = new Smb1LockingAndx.Request(block.stream());
    return new Request(
        request.fid(),
        request.typeOfLock(),
        request.newOpLockLevel(),
        request.timeout(),
        ranges(request.unlocks()),
        ranges(request.locks()));
  }

  private static List<Range> ranges(List<Smb1LockingAndx.Range> ranges) {
    return ranges.stream()
        .map(
            range ->
                new Range(
                    range.pid(),
                    DataTypes.join(range.offset(), range.offsetHigh()),
                    DataTypes.join(range.length(), range.lengthHigh())))
        .toList();
  }
}
