package io.smbscope.dissect.smb2;

import io.smbscope.base.NtStatus;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb2Error;

/** The response of a command that failed, and the interim response. [MS-SMB2] 2.2.2 */
final class ErrorResponse {
  private static final int STRUCTURE_SIZE = 9;
  private static final int DATA = Command.BODY + 8;
  private static final int CONTEXT_HEADER = 8;
  private static final long SHARE_REDIRECT = 0x72645253L;
  private static final int MOST_CONTEXTS = 64;

  private final Field data = Fields.named("smb2.error.data");
  private final Field context = Fields.named("smb2.error.context");
  private final Field symlink = Fields.named("smb2.symlink_error_response");
  private final Field shareRedirect = Fields.named("smb2.error.share_redirect");

  /** Whether this stands in the place of the command's own response. [MS-SMB2] 3.3.4.4 */
  boolean isInPlace(Command command, long... answers) {
    long status = command.status();
    if (status == NtStatus.SUCCESS || command.structureSize() != STRUCTURE_SIZE) {
      return false;
    }
    for (long answer : answers) {
      if (status == answer) {
        return false;
      }
    }
    return true;
  }

  void dissect(Command command) {
    Smb2Error body = command.show(Smb2Error::new, Smb2Error::_read);
    int length = (int) Math.max(1, body.lenErrorData());
    if (command.whole) {
      data(command, command.message.part(DATA, length), body.numErrorContexts(), 0);
    }
  }

  private void data(Command command, Region region, int contexts, long id) {
    FrameTree tree = command.tree;
    int depth = tree.depth();
    tree.open(
        data,
        tree.wants(data) ? region.octets().copy() : null,
        region.origin(),
        region.octets().length());
    if (contexts == 0) {
      byStatus(command, region, id);
    } else {
      int at = 0;
      for (int i = 0; i < Math.min(contexts, MOST_CONTEXTS) && at < region.length(); i++) {
        at += context(command, region.from(at));
      }
    }
    tree.depth(depth);
  }

  /** Returns where the next one begins. */
  private int context(Command command, Region region) {
    FrameTree tree = command.tree;
    int depth = tree.depth();
    tree.open(
        context,
        tree.wants(context) ? region.octets().copy() : null,
        region.origin(),
        region.octets().length());
    Smb2Error.ErrorContext header = new Smb2Error.ErrorContext(region.stream());
    boolean whole = Grammar.show(tree, region, true, header, header::_read);
    int length = (int) Math.min(header.lenData(), region.length());
    if (whole) {
      data(command, region.part(CONTEXT_HEADER, length), 0, header.errorId());
    }
    tree.depth(depth);
    return CONTEXT_HEADER + (length + 7 & ~7);
  }

  private void byStatus(Command command, Region region, long id) {
    if (region.octets().length() <= 1) {
      return;
    }
    FrameTree tree = command.tree;
    int length = region.octets().length();
    if (command.status() == NtStatus.STOPPED_ON_SYMLINK) {
      tree.open(symlink, null, region.origin(), length);
      command.show(region, Smb2Error.Symlink::new, Smb2Error.Symlink::_read);
      tree.close();
    } else if (command.status() == NtStatus.BUFFER_TOO_SMALL) {
      command.show(region, Smb2Error.BufferTooSmall::new, Smb2Error.BufferTooSmall::_read);
    } else if (command.status() == NtStatus.BAD_NETWORK_NAME && id == SHARE_REDIRECT) {
      tree.open(shareRedirect, null, region.origin(), length);
      command.show(region, Smb2Error.ShareRedirect::new, Smb2Error.ShareRedirect::_read);
      tree.close();
    }
  }
}
