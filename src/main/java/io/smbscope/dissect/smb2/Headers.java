package io.smbscope.dissect.smb2;

import io.smbscope.base.NtStatus;
import io.smbscope.dissect.Bounded;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb2PacketHeader;
import java.util.Map;

/** Shows headers, and with them what is known of the request, the session and the share. */
final class Headers {
  private static final int MOST_SESSIONS = 16_384;

  private final Field responseTo = Fields.named("smb2.response_to");
  private final Field time = Fields.named("smb2.time");
  private final Field path = Fields.named("smb2.tree");
  private final Field shareType = Fields.named("smb2.share_type");
  private final Field connected = Fields.named("smb2.tcon_frame");
  private final Field account = Fields.named("smb2.acct");
  private final Field domain = Fields.named("smb2.domain");
  private final Field host = Fields.named("smb2.host");
  private final Field authenticated = Fields.named("smb2.auth_frame");

  /** By id; all servers' together, since a session may have several connections. */
  private final Map<Long, Session> sessions = Bounded.byAge(MOST_SESSIONS);

  /** Null when the header is not there wholly. */
  Command show(Dissection dissection, Region message) {
    FrameTree tree = dissection.tree;
    int depth = tree.depth();
    tree.open("SMB2 Header", message.origin(), Command.BODY);
    Smb2PacketHeader header = new Smb2PacketHeader(message.stream());
    Grammar.show(tree, message, true, header, header::_read);
    Command command = null;
    if (message.has(0, Command.BODY)) {
      Connection connection = dissection.conversation.state(Connection.class, Connection::new);
      command = new Command(dissection, message, header, connection);
      session(command);
      exchange(command);
    }
    tree.depth(depth);
    return command;
  }

  /** Of this id, made when it was not heard of. */
  Session session(long id) {
    return sessions.computeIfAbsent(id, i -> new Session());
  }

  /** Shows whose session it is. */
  void show(FrameTree tree, Session session) {
    show(tree, account, session.account);
    show(tree, domain, session.domain);
    show(tree, host, session.host);
    if (session.authenticated != 0) {
      tree.number(authenticated, session.authenticated, 0, 0);
    }
  }

  private void session(Command command) {
    long id = command.header.sessionId();
    command.session = sessions.get(id);
    if (command.session == null) {
      command.session = session(id);
      return;
    }
    show(command.tree, command.session);
    Session.Tree tree = command.isAsync() ? null : command.session.tree(command.treeId());
    if (tree != null) {
      show(command.tree, path, tree.name());
      command.tree.number(shareType, tree.shareType(), 0, 0);
      command.tree.number(connected, tree.frame(), 0, 0);
    }
  }

  private void exchange(Command command) {
    long id = command.header.messageId();
    if (!command.isResponse()) {
      command.exchange = command.connection.request(id, command.frame(), command.dissection.nanos);
      return;
    }
    boolean interim = command.isAsync() && command.status() == NtStatus.PENDING;
    command.exchange = command.connection.response(id, interim);
    if (command.exchange != null) {
      command.open = command.exchange.open;
      command.tree.number(responseTo, command.exchange.frame, 0, 0);
      command.tree.number(time, command.dissection.nanos - command.exchange.nanos, 0, 0);
    }
  }

  private static void show(FrameTree tree, Field field, String text) {
    if (text != null) {
      tree.value(field, text, 0, 0);
    }
  }
}
