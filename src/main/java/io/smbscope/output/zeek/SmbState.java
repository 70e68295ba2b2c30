package io.smbscope.output.zeek;

import io.smbscope.base.Stamp;
import io.smbscope.event.FlowKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Zeek's scripts and its analyzer know of a connection: the current command, file and tree are
 * those of the message at hand or of the one before it.
 */
final class SmbState {
  /** Requests without response that Zeek keeps; with one more it forgets all. */
  static final int PENDING_LIMIT = 1_000;

  private static final int FILE_LIMIT = 16_384;
  private static final int TREE_LIMIT = 4_096;

  final FlowKey flow;
  final String uid;

  /** Requests by message id; SMB1: by MID. */
  final HeldTable<SmbCommand> pending;

  /** Files by both halves of the FileId added; SMB1: by FID. */
  final HeldTable<SmbFile> files;

  /** Trees by TreeId; SMB1: by TID. */
  final HeldTable<SmbTree> trees;

  /** Ids of trees that are known for, or guessed to be, pipes. {@link #TREE_LIMIT} bounds it. */
  private final Set<Long> pipeTrees = new HashSet<>();

  /** Users by SessionId; SMB1: by UID. */
  final HeldTable<String> users;

  final RecentFiles recent;

  /** Of the file that a row told of last. */
  final FileColumns columns = new FileColumns();

  /** Files that ended, and wait for their open to be told of; {@link FilesLog} bounds it. */
  final List<AnalyzedFile> endedFiles = new ArrayList<>(0);

  /** SMB2 READ and IOCTL requests that no response without an error answered. */
  int reads;

  int ioctls;

  /** Null before the first message. */
  SmbCommand command;

  /** Null before the first message. */
  SmbFile file;

  /** Null before the first message, and after a tree was disconnected. */
  SmbTree tree;

  /** Of the message at hand, or of one that it is related to; SMB1: the UID. */
  long sessionId;

  /** Of the message at hand, as sent; SMB1: the TID. */
  long treeId;

  /** The connection ended; files that were seen on it may still be open on others. */
  boolean over;

  final Resync resync;

  SmbState(FlowKey flow, String uid, Holdings holdings, boolean lossless) {
    this.flow = flow;
    this.uid = uid;
    this.pending = new HeldTable<>(holdings, PENDING_LIMIT);
    this.files = new HeldTable<>(holdings, FILE_LIMIT);
    this.trees = new HeldTable<>(holdings, TREE_LIMIT);
    this.users = new HeldTable<>(holdings, TREE_LIMIT);
    this.recent = new RecentFiles(holdings);
    this.resync = new Resync(lossless);
  }

  /** The file that a command names is the current one, and known from now on if it was not. */
  void useFile(long id) {
    SmbFile known = files.get(id);
    if (known == null) {
      known = command.file;
      files.put(id, known, known.characters());
    }
    command.file = known;
    file = known;
  }

  /** The tree of that id, known from now on if it was not. */
  SmbTree tree(long id, Stamp at) {
    SmbTree known = trees.get(id);
    if (known == null) {
      known = new SmbTree(at);
      trees.put(id, known, 0);
    }
    return known;
  }

  /** From now on that id means this tree. */
  void useTree(long id, SmbTree used) {
    if (trees.get(id) != used) {
      trees.put(id, used, used.path == null ? 0 : used.path.length());
    }
  }

  /** The current tree, whose connect was not seen, is one of pipes by what is opened in it. */
  void guessPipe() {
    tree.path = "<unknown>";
    tree.shareType = SmbTree.PIPE;
  }

  boolean pipeTree(long id) {
    return pipeTrees.contains(id);
  }

  void pipeTree(long id, boolean pipe) {
    if (!pipe) {
      pipeTrees.remove(id);
    } else if (pipeTrees.size() < TREE_LIMIT) {
      pipeTrees.add(id);
    }
  }

  /** Too many requests wait: they are forgotten, and all files. */
  void forget() {
    pending.clear();
    files.clear();
  }

  void user(long id, String user) {
    if (!user.equals(users.get(id))) {
      users.put(id, user, user.length());
    }
  }

  /** The connection ended. */
  void end() {
    forget();
    trees.clear();
    users.clear();
    recent.clear();
    over = true;
  }
}
