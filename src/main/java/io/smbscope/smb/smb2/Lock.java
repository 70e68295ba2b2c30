package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2Lock;
import java.util.List;

/** SMB2 LOCK. [MS-SMB2] 2.2.26, 2.2.27 */
public final class Lock {
  private Lock() {}

  static Smb2Body request(Smb2Input in) {
    Smb2Lock.Request parsed = new Smb2Lock.Request(in.stream());
    List<Element> locks =
        parsed.locks().stream()
            .map(lock -> new Element(lock.offset(), lock.length(), lock.flags()))
            .toList();
    return new Request(parsed.lockSequence(), Identifiers.fileId(parsed.fileId()), locks);
  }

  static Smb2Body response(Smb2Input in) {
    var unused = new Smb2Lock.Response(in.stream());
    return new Response();
  }

  /**
   * Request, 2.2.26.
   *
   * @param lockSequence LockSequenceNumber in the lowest four bits, LockSequenceIndex above
   */
  public record Request(long lockSequence, FileId fileId, List<Element> locks)
      implements Smb2Body {}

  /**
   * SMB2_LOCK_ELEMENT. 2.2.26.1
   *
   * @param flags 1 shared, 2 exclusive, 4 unlock, 0x10 fail immediately
   */
  public record Element(long offset, long length, long flags) {}

  public record Response() implements Smb2Body {}
}
