package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.netbios.MailslotDissector;
import io.smbscope.dissect.smb1.Smb1Command;
import io.smbscope.grammar.placed.Smb1Transaction;

/** SMB_COM_TRANSACTION: named pipes and mailslots. [MS-CIFS] 2.2.4.33 */
final class Transaction {
  private static final String PIPE = "\\PIPE\\";
  private static final String MAILSLOT = "\\MAILSLOT\\";

  private final Field setupWord = Fields.named("smb.trans_data.setup_word");
  private final Field parameterOctets = Fields.named("smb.trans_data.parameters");
  private final Field dataOctets = Fields.named("smb.trans_data");

  private final PipeTransaction pipes = new PipeTransaction();
  private final MailslotDissector mailslots = new MailslotDissector();

  /** A request was written to a mailslot; its response has little to say. */
  private record ToMailslot() {}

  void request(Smb1Command command) {
    if (command.wordCount() == 0) {
      Words.none(command);
      return;
    }
    Smb1Transaction.Request request = Messages.request(command, true);
    if (request.name() == null || request.byteCount() == 0) {
      return;
    }
    Words words = Messages.words(command, request);
    int at = request._io().pos();
    Walk walk = new Walk(command, at, words.byteCountAt() + 2 + request.byteCount() - at);
    walk.pad(words.parameters());
    if (!walk.has(words.numParameters())) {
      return;
    }
    walk.skip(words.numParameters());
    walk.pad(words.data());
    if (!walk.has(words.numData())) {
      return;
    }
    walk.skip(words.numData());
    walk.end();
    content(command, words, request.name().value());
  }

  private void content(Smb1Command command, Words words, String name) {
    boolean shown = false;
    if (name.startsWith(PIPE)) {
      shown = pipes.request(command, words, name.substring(PIPE.length()));
    } else if (name.startsWith(MAILSLOT)) {
      shown = mailslot(command, words, name);
    }
    if (!shown) {
      raw(command, words);
    }
  }

  private boolean mailslot(Smb1Command command, Words words, String name) {
    if (words.numData() == 0) {
      return false;
    }
    command.exchange().remember(new ToMailslot());
    mailslots.dissect(command.dissection(), words.fromSetup(command), words.data(command), name);
    return true;
  }

  void response(Smb1Command command) {
    if (command.wordCount() == 0) {
      Words.none(command);
      return;
    }
    Words words = Messages.response(command);
    Walk walk = words == null ? null : words.walk(command);
    if (walk == null) {
      return;
    }
    walk.pad(words.parameters());
    walk.skip(words.numParameters());
    walk.pad(words.data());
    walk.skip(words.numData());
    if (!words.isFirst()) {
      walk.end();
      return;
    }
    PipeTransaction.Asked asked = command.exchange().recall(PipeTransaction.Asked.class);
    if (asked == null || !pipes.response(command, words, asked)) {
      raw(command, words);
    }
    walk.end();
  }

  /** What has no definition. */
  private void raw(Smb1Command command, Words words) {
    FrameTree tree = command.tree();
    Region setup = words.setupWords(command);
    for (int i = 0; setup.has(i, 2); i += 2) {
      tree.number(setupWord, setup.octets().u16le(i), setup.origin() + i, 2);
    }
    octets(tree, parameterOctets, words.parameters(command));
    octets(tree, dataOctets, words.data(command));
  }

  private static void octets(FrameTree tree, Field field, Region part) {
    if (part.length() > 0 && part.has(0, part.length()) && tree.wants(field)) {
      tree.value(field, part.octets().copy(), part.origin(), part.length());
    }
  }
}
