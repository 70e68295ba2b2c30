package io.smbscope.session;

import io.smbscope.base.Stamp;
import io.smbscope.event.SessionEvent;
import io.smbscope.smb.smb2.FileId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A session. [MS-SMB2] 3.3.1.8, [MS-CIFS] 3.3.1.5 */
final class Session {
  private static final int PATHS_SHOWN = 64;
  private static final int CONNECTIONS_SHOWN = 1024;
  private static final int USERS_SHOWN = 16;

  /** SessionId; SMB1: UID. */
  final long key;

  final boolean smb1;
  private final String id;

  /** On which it was made. */
  final Connection connection;

  final Stamp start;
  final ProtectionTally protection = new ProtectionTally();

  /** By TreeId; SMB2 only, as SMB1 keys trees by connection. */
  final BoundedTable<Long, TreeConnect> trees;

  /** SMB2 only. [MS-SMB2] 3.3.1.8 Session.OpenTable */
  final BoundedTable<FileId, Open> opens;

  /** Ids of the flows that were ever bound to it, the first one first. */
  private final Set<Long> connections = new LinkedHashSet<>(2);

  /** Those of them that are open. */
  private final Set<Connection> openConnections = new LinkedHashSet<>(2);

  private final Set<TreeConnect> encryptedTrees = new LinkedHashSet<>(2);
  private final List<String> paths = new ArrayList<>();

  /** Accounts that it had before re-authentications, oldest first. */
  private final List<String> earlierUsers = new ArrayList<>(0);

  Logon logon = new Logon();

  /** Of the logon, once it is known. */
  private String user;

  /** Name of the NT status, or of the DOS error; null when no response was seen. */
  String status;

  boolean established;
  boolean inferred;
  private boolean begun;
  boolean guest;
  boolean anonymous;
  boolean demandsEncryption;

  /** One of its trees does, or did. */
  private boolean treeDemandsEncryption;

  Integer clientSecurityMode;
  int reauthentications;

  /** Null as long as it lives; of what stands in no table never. */
  String end;

  /** By what {@link SessionTable} knows its server; set there, so that it is found again. */
  Object server;

  Session(Context context, Connection connection, long key, boolean smb1, Stamp start) {
    this.key = key;
    this.smb1 = smb1;
    this.id = Access.hexadecimal(key, smb1 ? 4 : 16);
    this.connection = connection;
    this.start = start;
    this.trees =
        new BoundedTable<>(
            context.limits().trees(),
            context.budget(),
            tree -> {
              encryptedTrees.remove(tree);
              tree.evicted(context);
            });
    this.opens =
        new BoundedTable<>(
            context.limits().opens(), context.budget(), open -> open.evicted(context));
    bind(connection);
  }

  /** In hexadecimal, as outputs show it. */
  String id() {
    return id;
  }

  void bind(Connection another) {
    if (connections.size() < CONNECTIONS_SHOWN) {
      connections.add(another.flow.id());
    }
    openConnections.add(another);
    another.demandedBySession |= demandsEncryption;
    another.demandedByShare |= !encryptedTrees.isEmpty();
  }

  /** Returns whether no open connection is left. */
  boolean unbind(Connection closed) {
    openConnections.remove(closed);
    return openConnections.isEmpty();
  }

  String user() {
    if (user == null) {
      user = logon.account();
    }
    return user;
  }

  /** Another logon takes the place of the one before. */
  void identify(Logon another) {
    logon = another;
    user = null;
  }

  /** SMB2_SESSION_FLAG_ENCRYPT_DATA, on all connections. [MS-SMB2] 2.2.6 */
  void demandEncryption() {
    demandsEncryption = true;
    openConnections.forEach(each -> each.demandedBySession = true);
  }

  /** A re-authentication succeeded: what follows is done by another, perhaps. */
  void reauthenticated(Logon another) {
    reauthentications++;
    String before = user();
    if (before != null
        && !before.equals(another.account())
        && !earlierUsers.contains(before)
        && earlierUsers.size() < USERS_SHOWN) {
      earlierUsers.add(before);
    }
    identify(another);
  }

  /** Remembers the path of a tree connected in this session. */
  void named(TreeConnect tree) {
    if (tree.path != null && paths.size() < PATHS_SHOWN && !paths.contains(tree.path)) {
      paths.add(tree.path);
    }
  }

  /**
   * An encrypted message hides its tree: it counts for each of those that demand encryption.
   *
   * @param length octets of the message
   */
  void encrypted(int length) {
    protection.encrypted(length);
    for (TreeConnect tree : encryptedTrees) {
      tree.protection.encrypted(length);
    }
  }

  boolean ended() {
    return end != null;
  }

  /** Returns the tree that had its TreeId before and whose end was not seen, or null. */
  TreeConnect connected(TreeConnect tree) {
    TreeConnect before = trees.put(tree.key, tree);
    encryptedTrees.remove(before);
    if (tree.demandsEncryption) {
      encryptedTrees.add(tree);
      treeDemandsEncryption = true;
      openConnections.forEach(each -> each.demandedByShare = true);
    }
    named(tree);
    return before;
  }

  void disconnected(TreeConnect tree) {
    trees.remove(tree.key);
    encryptedTrees.remove(tree);
  }

  /** One of its connections is over: what that carried through pipes will have no answer. */
  void connectionEnded(Connection closed, Stamp at) {
    for (Open open : opens.values()) {
      if (open.pipe != null) {
        open.pipe.end(closed, at);
      }
    }
  }

  /** Ends every open and tree of an SMB2 session, oldest first. */
  void endContent(Context context, Stamp at, String end) {
    for (Open open : opens.drain()) {
      open.end(context, at, end);
    }
    for (TreeConnect tree : trees.drain()) {
      tree.end(context, at, end);
    }
  }

  /** It is established; what re-authentications change is not told again. */
  void tellBegin(Context context, Stamp at) {
    if (context.wanted().beginnings() && !begun) {
      begun = true;
      context.begun(toEvent(at, null));
    }
  }

  /** It is over, or the attempt failed. */
  void tellEnd(Context context, Stamp at, String itsEnd) {
    context.ended(toEvent(at, itsEnd), begun);
  }

  private SessionEvent toEvent(Stamp at, String end) {
    Negotiated negotiated = connection.negotiated;
    return new SessionEvent(
        at,
        id(),
        List.copyOf(connections),
        start,
        connection.client(),
        connection.server(),
        negotiated.bestDialect(),
        logon.empty() ? null : logon.toEvent(),
        status,
        established,
        inferred,
        guest,
        anonymous,
        reauthentications,
        List.copyOf(earlierUsers),
        negotiated.encryption(protection, demandsEncryption, treeDemandsEncryption),
        negotiated.signing(protection, clientSecurityMode),
        end,
        List.copyOf(paths));
  }
}
