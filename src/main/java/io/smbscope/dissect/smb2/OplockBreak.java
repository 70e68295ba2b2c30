package io.smbscope.dissect.smb2;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb2OplockBreak;

/** OPLOCK_BREAK, of oplocks and of leases. [MS-SMB2] 2.2.23 to 2.2.25 */
final class OplockBreak {
  private static final int OPLOCK = 24;
  private static final int LEASE = 36;
  private static final int LEASE_NOTIFICATION = 44;

  /** MessageId of what no request has asked for. */
  private static final long UNSOLICITED = -1;

  private final Field structureSize = Fields.named("smb2.buffer_code");
  private final FileIds fileIds;

  OplockBreak(FileIds fileIds) {
    this.fileIds = fileIds;
  }

  void dissect(Command command) {
    int size = command.structureSize();
    if (size == OPLOCK) {
      Smb2OplockBreak.Oplock body =
          command.show(Smb2OplockBreak.Oplock::new, Smb2OplockBreak.Oplock::_read);
      fileIds.used(command, body.fileId());
    } else if (size == LEASE) {
      command.show(Smb2OplockBreak.Lease::new, Smb2OplockBreak.Lease::_read);
    } else if (size == LEASE_NOTIFICATION && command.isResponse()) {
      command.show(
          Smb2OplockBreak.LeaseNotification::new, Smb2OplockBreak.LeaseNotification::_read);
    } else if (size >= 0) {
      command.tree.number(structureSize, size, command.message.origin() + Command.BODY, 2);
    }
  }

  /** What this one is; null when its size does not say. */
  static String title(Command command) {
    boolean response = command.isResponse();
    return switch (command.structureSize()) {
      case OPLOCK ->
          !response
              ? "Oplock Break Acknowledgment"
              : command.header.messageId() == UNSOLICITED
                  ? "Oplock Break Notification"
                  : "Oplock Break Response";
      case LEASE -> response ? "Lease Break Response" : "Lease Break Acknowledgment";
      case LEASE_NOTIFICATION -> response ? "Lease Break Notification" : null;
      default -> null;
    };
  }
}
