package io.smbscope.dissect.smb1;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.smb1.trans.Transactions;
import io.smbscope.grammar.placed.Smb1Block;
import io.smbscope.grammar.placed.Smb1Close;
import io.smbscope.grammar.placed.Smb1Copy;
import io.smbscope.grammar.placed.Smb1Echo;
import io.smbscope.grammar.placed.Smb1Message;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The commands, each way. [MS-CIFS] 2.2.2.1 */
final class Commands {
  /** Shows a command from WordCount on; what it leaves is shown behind it. */
  @FunctionalInterface
  interface Body extends Consumer<Smb1Reader> {}

  /** For each family to say what it shows. */
  interface Table {
    void request(int code, Body body);

    void response(int code, Body body);
  }

  private final Map<Integer, Body> requests = new HashMap<>();
  private final Map<Integer, Body> responses = new HashMap<>();
  private final Map<Long, String> names = names();
  private final Transactions transactions = new Transactions();

  Commands() {
    Table table =
        new Table() {
          @Override
          public void request(int code, Body body) {
            requests.put(code, body);
          }

          @Override
          public void response(int code, Body body) {
            responses.put(code, body);
          }
        };
    FileData data = new FileData();
    new Connecting().list(table);
    new Opening().list(table);
    new Reading(data).list(table);
    new Writing(data).list(table);
    new Locking().list(table);
    new Naming().list(table);
    new Listing().list(table);
    new Printing(data).list(table);
    others(table);
  }

  private static void others(Table table) {
    table.request(0x11, Commands::empty);
    table.response(0x11, Commands::empty);
    table.request(0x12, show(Smb1Close.SeekRequest::new, Smb1Close.SeekRequest::_read));
    table.response(0x12, show(Smb1Close.SeekResponse::new, Smb1Close.SeekResponse::_read));
    table.request(0x2B, show(Smb1Echo.Request::new, Smb1Echo.Request::_read));
    table.response(0x2B, show(Smb1Echo.Response::new, Smb1Echo.Response::_read));
    table.request(0x80, Commands::empty);
    table.response(0x80, show(Smb1Copy.DiskResponse::new, Smb1Copy.DiskResponse::_read));
    table.request(CommandCode.NT_CANCEL, Commands::empty);
    table.request(0xD0, show(Smb1Message.SingleBlock::new, Smb1Message.SingleBlock::_read));
    table.request(0xD1, show(Smb1Message.SingleBlock::new, Smb1Message.SingleBlock::_read));
    table.request(0xD2, show(Smb1Message.ForwardedName::new, Smb1Message.ForwardedName::_read));
    table.request(0xD3, show(Smb1Message.ForwardedName::new, Smb1Message.ForwardedName::_read));
    table.request(0xD4, Commands::empty);
    table.response(0xD4, show(Smb1Message.MachineName::new, Smb1Message.MachineName::_read));
    table.request(0xD5, show(Smb1Message.Start::new, Smb1Message.Start::_read));
    table.response(0xD5, show(Smb1Message.GroupId::new, Smb1Message.GroupId::_read));
    table.request(0xD6, show(Smb1Message.GroupId::new, Smb1Message.GroupId::_read));
    table.request(0xD7, show(Smb1Message.Text::new, Smb1Message.Text::_read));
    for (int code : new int[] {0xD0, 0xD1, 0xD2, 0xD3, 0xD6, 0xD7}) {
      table.response(code, Commands::empty);
    }
  }

  void show(Smb1Command command) {
    FrameTree tree = command.tree();
    int code = command.code();
    title(command);
    int other = command.exchange().fidOfOther(!command.isResponse());
    if (other != 0) {
      command.session().opens().showGenerated(command, other);
    }
    if (CommandCode.isTransaction(code) || CommandCode.isSecondary(code)) {
      transactions.dissect(command);
    } else {
      Smb1Reader in = new Smb1Reader(command);
      Body body = (command.isResponse() ? responses : requests).get(code);
      if (body == null) {
        in.show(Smb1Block.Unknown::new, Smb1Block.Unknown::_read);
      } else {
        body.accept(in);
        in.finish();
      }
    }
    tree.close();
  }

  private void title(Smb1Command command) {
    String name = names.getOrDefault((long) command.code(), "Unknown");
    String kind = command.isResponse() ? " Response" : " Request";
    FrameTree tree = command.tree();
    tree.info(tree.info().isEmpty() ? name + kind : "; " + name);
    if (tree.whole()) {
      tree.open(
          name + kind + " (0x" + Integer.toHexString(command.code()) + ')',
          command.message().origin() + command.at(),
          command.region().octets().length() - command.at());
    } else {
      tree.open("", 0, 0);
    }
  }

  /** Neither words nor data, or nothing that is known. */
  static void empty(Smb1Reader in) {
    in.show(Smb1Block.WordCount::new, Smb1Block.WordCount::_read);
  }

  /** A structure; of a response that has no words, because it is an error, that it has none. */
  static <T extends KaitaiStruct.ReadOnly> Body show(
      Function<KaitaiStream, T> structure, Consumer<T> read) {
    return in -> {
      if (in.isError()) {
        empty(in);
      } else {
        in.show(structure, read);
      }
    };
  }

  private static Map<Long, String> names() {
    for (Field field : Fields.all().of("smb.cmd")) {
      if (!field.values().isEmpty()) {
        return field.values();
      }
    }
    return Map.of();
  }
}
