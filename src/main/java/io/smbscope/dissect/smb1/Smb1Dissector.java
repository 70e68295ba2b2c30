package io.smbscope.dissect.smb1;

import io.smbscope.base.NtStatus;
import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.Smb1Header;

/** SMB1 messages: the header and the chain of commands behind it. [MS-CIFS] 2.2.3 */
public final class Smb1Dissector implements Dissector {
  private static final int HEADER = 32;

  private final Field protocol = Fields.named("smb");
  private final Field responseTo = Fields.named("smb.response_to");
  private final Field time = Fields.named("smb.time");
  private final Field cancelTo = Fields.named("smb.cancel_to");
  private final Field tid = Fields.named("smb.tid");
  private final Commands commands = new Commands();
  private final boolean connectionless;

  /**
   * @param connectionless over IPX without NetBIOS
   */
  public Smb1Dissector(boolean connectionless) {
    this.connectionless = connectionless;
  }

  @Override
  public void dissect(Dissection dissection, Region region) {
    FrameTree tree = dissection.tree;
    tree.summary("SMB");
    tree.protocol(
        protocol, "SMB (Server Message Block Protocol)", region.origin(), region.octets().length());
    int depth = tree.depth();
    message(dissection, region);
    tree.follow(null, null);
    tree.depth(depth - 1);
  }

  private void message(Dissection dissection, Region message) {
    FrameTree tree = dissection.tree;
    Smb1Header header = new Smb1Header(message.stream(), connectionless);
    if (!Grammar.read(header::_read)) {
      Grammar.show(tree, message, false, header, header::_read);
      return;
    }
    Smb1Session session = dissection.conversation.state(Smb1Session.class, Smb1Session::new);
    Smb1Exchange exchange = session.exchange(dissection, header);
    Smb1Command command =
        new Smb1Command(dissection, message, header, header.command(), HEADER, exchange);
    tree.open("SMB Header", message.origin(), HEADER);
    if (command.isResponse() && command.code() == CommandCode.TREE_CONNECT_ANDX) {
      session.trees().connected(command, header.tid());
    }
    generated(command);
    Smb1Header shown = new Smb1Header(message.stream(), connectionless);
    tree.follow(tid, (number, offset, length) -> session.trees().details(tree, (int) number));
    Grammar.show(tree, message, command.unicode(), shown, shown::_read);
    tree.close();
    chain(command);
    if (tree.wantsLine() && command.isResponse() && command.ntStatus() != 0) {
      tree.info(", Error: " + NtStatus.name(command.ntStatus()));
    }
  }

  private void generated(Smb1Command command) {
    Smb1Exchange exchange = command.exchange();
    FrameTree tree = command.tree();
    if (command.code() == CommandCode.NT_CANCEL) {
      tree.number(cancelTo, exchange.frame(), 0, 0);
    } else if (command.isResponse() && exchange.isKnown()) {
      tree.number(responseTo, exchange.frame(), 0, 0);
      tree.number(time, command.dissection().nanos - exchange.nanos(), 0, 0);
    }
  }

  /** The commands one after another; each begins behind the one before it. */
  private void chain(Smb1Command first) {
    Opens opens = first.session().opens();
    Smb1Command command = first;
    while (command != null) {
      Smb1Command current = command;
      first.tree().follow(Opens.FID, (fid, offset, length) -> opens.details(current, (int) fid));
      commands.show(command);
      command = next(command);
    }
  }

  private static Smb1Command next(Smb1Command command) {
    int words = command.at() + 1;
    if (!CommandCode.isAndX(command.code())
        || command.wordCount() < 2
        || !command.message().has(words, 4)
        || command.message().octets().u8(words) == CommandCode.NONE) {
      return null;
    }
    int offset = command.message().octets().u16le(words + 2);
    if (offset <= words || !command.message().has(offset, 1)) {
      return null;
    }
    return new Smb1Command(
        command.dissection(),
        command.message(),
        command.header(),
        command.message().octets().u8(words),
        offset,
        command.exchange());
  }
}
