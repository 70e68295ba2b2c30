package io.smbscope.session;

import io.smbscope.base.Stamp;
import io.smbscope.smb.smb1.OptionalSupport;
import io.smbscope.smb.smb1.Smb1Command;
import io.smbscope.smb.smb1.TreeConnectAndX;

/** TREE_CONNECT, TREE_CONNECT_ANDX and TREE_DISCONNECT. [MS-CIFS] 3.3.5.40, 3.3.5.41, 3.3.5.45 */
final class Smb1Trees {
  private static final int DISCONNECT_TID = 1;

  private final Context context;

  Smb1Trees(Context context) {
    this.context = context;
  }

  void register(Smb1Tracker tracker) {
    tracker.on(TreeConnectAndX.Request.class, this::connectAndX);
    tracker.on(io.smbscope.smb.smb1.TreeConnect.Request.class, this::connect);
    tracker.onEmpty(Smb1Command.SMB_COM_TREE_DISCONNECT, this::disconnect);
  }

  private void connectAndX(Smb1Exchange exchange, TreeConnectAndX.Request request, Object answer) {
    if ((request.flags() & DISCONNECT_TID) != 0 && exchange.tree != null && exchange.succeeded) {
      end(exchange.tree, exchange.answeredAt);
    }
    long tid = exchange.responseHeader == null ? 0 : exchange.responseHeader.tid();
    TreeConnect tree = begin(exchange, tid, request.path());
    if (answer instanceof TreeConnectAndX.Response response) {
      tree.service = response.service();
      tree.fileSystem = response.nativeFileSystem();
      tree.flags = OptionalSupport.names(response.optionalSupport());
      tree.maximalAccess = response.maximalShareAccessRights();
    }
    connected(exchange, tree, request.service());
  }

  private void connect(
      Smb1Exchange exchange, io.smbscope.smb.smb1.TreeConnect.Request request, Object answer) {
    boolean answered = answer instanceof io.smbscope.smb.smb1.TreeConnect.Response;
    long tid = answered ? ((io.smbscope.smb.smb1.TreeConnect.Response) answer).tid() : 0;
    connected(exchange, begin(exchange, tid, request.path()), request.service());
  }

  private TreeConnect begin(Smb1Exchange exchange, long tid, String path) {
    TreeConnect tree =
        new TreeConnect(
            tid, Smb1Tracker.session(context, exchange), exchange.connection, exchange.at);
    tree.path = path;
    tree.status = exchange.status();
    return tree;
  }

  private void connected(Smb1Exchange exchange, TreeConnect tree, String askedService) {
    if (tree.service == null) {
      tree.service = askedService;
    }
    tree.type = type(tree.service);
    if (exchange.succeeded) {
      exchange.tree = tree;
      TreeConnect before = exchange.connection.smb1.trees.put(tree.key, tree);
      if (before != null) {
        before.end(context, exchange.answeredAt, Sessions.REPLACED);
      }
      tree.session.named(tree);
      tree.begin(context, exchange.answeredAt);
    } else {
      tree.end(context, exchange.answeredAt, exchange.refusal());
    }
  }

  /** Null for {@code ?????}, which only a request says. [MS-CIFS] 2.2.4.55.1 */
  private static String type(String service) {
    return switch (service) {
      case "A:" -> "disk";
      case "IPC" -> "pipe";
      case "LPT1:" -> "print";
      case "COMM" -> "comm";
      default -> null;
    };
  }

  private void disconnect(Smb1Exchange exchange, Object request, Object answer) {
    if (exchange.tree != null && exchange.succeeded) {
      end(exchange.tree, exchange.answeredAt);
    }
  }

  private void end(TreeConnect tree, Stamp at) {
    Smb1State state = tree.connection.smb1;
    if (state.trees.get(tree.key) != tree) {
      return;
    }
    for (Open open : state.removeOpens(open -> open.tree == tree)) {
      open.end(context, at, "tree-disconnect");
    }
    state.trees.remove(tree.key);
    tree.end(context, at, "disconnect");
  }
}
