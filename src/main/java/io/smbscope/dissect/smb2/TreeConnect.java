package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Values;
import io.smbscope.grammar.placed.Smb2TreeConnect;

/** TREE_CONNECT: from then on the tree id stands for the path. [MS-SMB2] 2.2.9, 2.2.10 */
final class TreeConnect {
  void request(Command command) {
    Smb2TreeConnect.Request body =
        command.show(Smb2TreeConnect.Request::new, Smb2TreeConnect.Request::_read);
    byte[] path = body.lenPath() == 0 ? null : Text.read(body::path);
    if (path != null) {
      command.exchange.path = Values.utf16(Bytes.of(path));
      command.tree.info(" Tree: " + command.exchange.path);
    }
  }

  void response(Command command) {
    Smb2TreeConnect.Response body =
        command.show(Smb2TreeConnect.Response::new, Smb2TreeConnect.Response::_read);
    if (command.exchange != null && command.exchange.path != null) {
      command.session.connected(
          command.treeId(),
          new Session.Tree(command.exchange.path, body.shareType(), command.frame()));
    }
  }
}
