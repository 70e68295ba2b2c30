package io.smbscope.session;

import io.smbscope.smb.smb2.Smb2Names;
import io.smbscope.smb.smb2.TreeConnect.Request;
import io.smbscope.smb.smb2.TreeConnect.Response;
import java.util.Locale;

/** TREE_CONNECT and TREE_DISCONNECT. [MS-SMB2] 3.3.5.7, 3.3.5.8 */
final class Smb2Trees {
  private final Context context;

  Smb2Trees(Context context) {
    this.context = context;
  }

  void connect(Smb2Exchange exchange) {
    if (exchange.session == null) {
      exchange.session = Sessions.unknown(context, exchange);
    }
    boolean answered = exchange.responseHeader != null;
    TreeConnect tree =
        new TreeConnect(
            answered ? exchange.responseHeader.treeId() : exchange.header.treeId(),
            exchange.session,
            exchange.connection,
            exchange.at);
    exchange.tree = tree;
    if (exchange.request instanceof Request request) {
      tree.path = request.path();
    } else {
      tree.inferred = true;
    }
    tree.status = exchange.statusName();
    if (exchange.response instanceof Response response) {
      granted(tree, response);
      Sessions.connected(context, exchange.session, tree, exchange.answeredAt);
    } else {
      tree.end(context, exchange.answeredAt, exchange.refusal());
    }
  }

  private static void granted(TreeConnect tree, Response response) {
    tree.type = Smb2Names.shareType(response.shareType()).toLowerCase(Locale.ROOT);
    tree.flags = Smb2Names.shareFlags(response.shareFlags());
    tree.capabilities = Smb2Names.shareCapabilities(response.capabilities());
    tree.maximalAccess = response.maximalAccess();
    tree.demandsEncryption = response.encryptData();
  }

  void disconnect(Smb2Exchange exchange) {
    TreeConnect tree = exchange.tree;
    if (tree == null || !exchange.succeeded() || tree.session.trees.get(tree.key) != tree) {
      return;
    }
    for (Open open : tree.session.opens.removeIf(open -> open.tree == tree)) {
      open.end(context, exchange.answeredAt, "tree-disconnect");
    }
    tree.session.disconnected(tree);
    tree.end(context, exchange.answeredAt, "disconnect");
  }
}
