package io.smbscope.dissect.smb1;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.util.Map;
import java.util.TreeMap;

/** Which share each TID stands for. */
final class Trees {
  /** What a request asked for; kept with {@link Smb1Exchange#remember} until its response. */
  record Asked(String path) {}

  /**
   * @param path null when it is not known
   */
  private record Tree(long frame, String path) {}

  private static final Field PATH = Fields.named("smb.path");
  private static final Field MAPPED_IN = Fields.named("smb.fid.mapped_in");

  private final TreeMap<Integer, Tree> connected = new TreeMap<>();
  private final Map<Integer, Boolean> pipes = Smb1Session.bounded();

  /** The current frame told a TID. */
  void connected(Smb1Command command, int tid) {
    Asked asked = command.exchange().recall(Asked.class);
    connected.put(tid, new Tree(command.dissection().frame, asked == null ? null : asked.path));
  }

  /** What kind of share a TID stands for. */
  void service(int tid, boolean isPipes) {
    pipes.put(tid, isPipes);
  }

  boolean isPipes(int tid) {
    return pipes.getOrDefault(tid, false);
  }

  /** Shows what is known of a TID, below it. */
  void details(FrameTree tree, int tid) {
    Tree known = connected.get(tid);
    if (known == null) {
      return;
    }
    if (known.path != null) {
      tree.value(PATH, known.path, 0, 0);
    }
    tree.number(MAPPED_IN, known.frame, 0, 0);
  }
}
