package io.smbscope.dissect.smb2;

import io.smbscope.dissect.Bounded;
import java.util.Map;

/** What the frames have told of a session so far. [MS-SMB2] 3.3.1.8 */
final class Session {
  private static final int MOST_TREES = 1024;
  private static final int MOST_OPENS = 4096;

  /**
   * A share that is connected.
   *
   * @param name the path that was connected
   * @param frame of the response
   */
  record Tree(String name, int shareType, long frame) {}

  /** Who opened the file in which tree; tree ids and file ids may come again. */
  private record OpenKey(FileId id, int tree) {}

  /** Null until known, as the other two. */
  String account;

  String domain;
  String host;

  /** In which the session was authenticated; 0 when that was not heard. */
  long authenticated;

  private final Map<Integer, Tree> trees = Bounded.byAge(MOST_TREES);
  private final Map<OpenKey, Open> opens = Bounded.byAge(MOST_OPENS);

  Tree tree(int id) {
    return trees.get(id);
  }

  void connected(int id, Tree tree) {
    trees.put(id, tree);
  }

  /** The file that has this id in a frame, or null. */
  Open open(FileId id, int tree, long frame) {
    Open open = opens.get(new OpenKey(id, tree));
    return open == null || open.lastFrame() < frame ? null : open;
  }

  void opened(FileId id, int tree, Open open) {
    opens.put(new OpenKey(id, tree), open);
  }
}
