package io.smbscope.smb.smb2;

import io.smbscope.grammar.Smb2OplockBreak;
import java.util.UUID;

/**
 * SMB2 OPLOCK_BREAK, of an oplock (StructureSize 24) or of a lease. A notification is a response
 * that the server sends unasked, with MessageId all bits set. [MS-SMB2] 2.2.23 to 2.2.25
 */
public final class OplockBreak {
  private OplockBreak() {}

  /** MessageId of what the server sends unasked. */
  private static final long UNASKED = -1L;

  private static final int LEASE = 36;
  private static final int LEASE_NOTIFICATION = 44;

  static Smb2Body request(Smb2Input in) {
    if (in.structureSize() == LEASE) {
      Smb2OplockBreak.Lease parsed = new Smb2OplockBreak.Lease(in.stream());
      return new LeaseAcknowledgment(
          parsed.flags(), Identifiers.guid(parsed.leaseKey()), parsed.leaseState());
    }
    Smb2OplockBreak.Oplock parsed = new Smb2OplockBreak.Oplock(in.stream());
    return new Acknowledgment(parsed.oplockLevel(), Identifiers.fileId(parsed.fileId()));
  }

  static Smb2Body response(Smb2Input in) {
    if (in.structureSize() == LEASE_NOTIFICATION) {
      Smb2OplockBreak.LeaseNotification parsed = new Smb2OplockBreak.LeaseNotification(in.stream());
      return new LeaseNotification(
          parsed.newEpoch(),
          parsed.flags(),
          Identifiers.guid(parsed.leaseKey()),
          parsed.currentLeaseState(),
          parsed.newLeaseState());
    }
    if (in.structureSize() == LEASE) {
      Smb2OplockBreak.Lease parsed = new Smb2OplockBreak.Lease(in.stream());
      return new LeaseResponse(
          parsed.flags(), Identifiers.guid(parsed.leaseKey()), parsed.leaseState());
    }
    Smb2OplockBreak.Oplock parsed = new Smb2OplockBreak.Oplock(in.stream());
    FileId fileId = Identifiers.fileId(parsed.fileId());
    return in.header().messageId() == UNASKED
        ? new Notification(parsed.oplockLevel(), fileId)
        : new Response(parsed.oplockLevel(), fileId);
  }

  /**
   * 2.2.23.1
   *
   * @param oplockLevel what is left: 0 none, 1 level II
   */
  public record Notification(int oplockLevel, FileId fileId) implements Smb2Body {}

  /** 2.2.24.1 */
  public record Acknowledgment(int oplockLevel, FileId fileId) implements Smb2Body {}

  /** 2.2.25.1 */
  public record Response(int oplockLevel, FileId fileId) implements Smb2Body {}

  /**
   * 2.2.23.2. States are as in {@link CreateContext.Lease}.
   *
   * @param newEpoch 0 in a lease of version 1
   * @param flags 1 an acknowledgment is required
   */
  public record LeaseNotification(
      int newEpoch, long flags, UUID leaseKey, long currentLeaseState, long newLeaseState)
      implements Smb2Body {}

  /** 2.2.24.2 */
  public record LeaseAcknowledgment(long flags, UUID leaseKey, long leaseState)
      implements Smb2Body {}

  /** 2.2.25.2 */
  public record LeaseResponse(long flags, UUID leaseKey, long leaseState) implements Smb2Body {}
}
