package io.smbscope.dissect.smb1;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb1Block;
import io.smbscope.grammar.placed.Smb1Copy;
import io.smbscope.grammar.placed.Smb1LockingAndx;
import java.util.List;

/** Locks on ranges of octets. [MS-CIFS] 2.2.4.13, 2.2.4.14, 2.2.4.32 */
final class Locking {
  /** What a request asked for; kept with {@link Smb1Exchange#remember} until its response. */
  private record Asked(
      int type,
      int oplockLevel,
      int unlocks,
      int locks,
      List<Range> locked,
      List<Range> unlocked) {}

  private record Range(int pid, long offset, long length) {}

  private static final int MOST = 100;

  private final Field type = Fields.named("smb.lock.type");
  private final Field oplockLevel = Fields.named("smb.locking.oplock.level");
  private final Field unlockCount = Fields.named("smb.locking.num_unlocks");
  private final Field lockCount = Fields.named("smb.locking.num_locks");
  private final Field pid = Fields.named("smb.pid");
  private final Field offset = Fields.named("smb.lock.offset");
  private final Field length = Fields.named("smb.lock.length");

  void list(Commands.Table table) {
    for (int code : new int[] {0x0C, 0x0D}) {
      table.request(code, Commands.show(Smb1Copy.LockRequest::new, Smb1Copy.LockRequest::_read));
      table.response(code, Commands::empty);
    }
    table.request(CommandCode.LOCKING_ANDX, Locking::request);
    table.response(CommandCode.LOCKING_ANDX, this::response);
  }

  private static void request(Smb1Reader in) {
    Smb1LockingAndx.Request request =
        in.show(Smb1LockingAndx.Request::new, Smb1LockingAndx.Request::_read);
    if (in.isWhole()) {
      in.exchange()
          .remember(
              new Asked(
                  request.typeOfLock(),
                  request.newOpLockLevel(),
                  request.numUnlocks(),
                  request.numLocks(),
                  ranges(request, request.locks()),
                  ranges(request, request.unlocks())));
    }
  }

  /** Those of the large form. */
  private static List<Range> ranges(
      Smb1LockingAndx.Request request, List<Smb1LockingAndx.Range> all) {
    if (!request.largeFiles() || all == null) {
      return List.of();
    }
    return all.stream()
        .limit(MOST)
        .map(range -> new Range(range.pid(), range.largeOffset(), range.largeLength()))
        .toList();
  }

  private void response(Smb1Reader in) {
    Asked asked = in.exchange().recall(Asked.class);
    if (asked != null) {
      show(in.tree(), asked);
    }
    if (in.isError()) {
      Commands.empty(in);
    } else {
      in.show(Smb1Block.Andx::new, Smb1Block.Andx::_read);
    }
  }

  /** The last range first, as Wireshark has them. */
  private void show(FrameTree tree, Asked asked) {
    tree.number(type, asked.type, 0, 0);
    tree.number(oplockLevel, asked.oplockLevel, 0, 0);
    tree.number(unlockCount, asked.unlocks, 0, 0);
    tree.number(lockCount, asked.locks, 0, 0);
    for (List<Range> ranges : List.of(asked.locked, asked.unlocked)) {
      for (int i = ranges.size() - 1; i >= 0; i--) {
        tree.number(pid, ranges.get(i).pid, 0, 0);
        tree.number(offset, ranges.get(i).offset, 0, 0);
        tree.number(length, ranges.get(i).length, 0, 0);
      }
    }
  }
}
