package io.smbscope.output.eve;

import io.smbscope.event.OpenRef;
import io.smbscope.event.TreeRef;

/**
 * All that is read over one open, or all that is written: however many READs or WRITEs, Suricata
 * makes one transaction of them.
 *
 * @param id of the transaction
 * @param smb version: 1 or 2
 * @param command of the first READ or WRITE
 * @param name empty where Suricata knows none
 * @param share path, empty when its TREE_CONNECT was not seen
 */
record FileTransaction(
    FileKey key,
    long id,
    int smb,
    int command,
    long sessionId,
    long treeId,
    String name,
    String share) {

  /**
   * @param nameless what Suricata calls a file whose name it did not see
   */
  static String name(OpenRef open, String nameless) {
    return open == null || open.name() == null ? nameless : open.name();
  }

  static String share(TreeRef tree) {
    return tree == null || tree.path() == null ? "" : tree.path();
  }
}
