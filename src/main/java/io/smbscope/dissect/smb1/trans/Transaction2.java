package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.smb1.Smb1Command;
import io.smbscope.grammar.placed.Smb1Transaction;

/** SMB_COM_TRANSACTION2: what is asked of files and file systems. [MS-CIFS] 2.2.4.46, 2.2.6 */
final class Transaction2 {
  private static final int FIND_FIRST2 = 1;
  private static final int QUERY_FS = 3;
  private static final int SET_FS = 4;
  private static final int QUERY_PATH = 5;
  private static final int QUERY_FILE = 7;
  private static final int UNKNOWN = 0xFFFF;

  private final Field subcommand = Fields.named("smb.trans2.cmd");
  private final Field findLevel = Fields.named("smb.ff2_loi");
  private final Field pattern = Fields.named("smb.search_pattern");
  private final Field queryLevel = Fields.named("smb.qpi_loi");
  private final Field file = Fields.named("smb.file");
  private final Field queryFsLevel = Fields.named("smb.qfsi_loi");
  private final Field setFsLevel = Fields.named("smb.sfsi_loi");

  private final Trans2Requests requests = new Trans2Requests();
  private final Trans2Responses responses = new Trans2Responses();

  /**
   * What a request said that its response is shown with.
   *
   * @param level of information, -1 when it tells none
   * @param resumeKeys entries begin with keys
   * @param name pattern or path, or null
   */
  record Asked(int subcommand, int level, boolean resumeKeys, String name) {
    Asked(int subcommand) {
      this(subcommand, -1, false, null);
    }
  }

  void request(Smb1Command command) {
    if (command.wordCount() == 0) {
      Words.none(command);
      return;
    }
    Smb1Transaction.Request request = Messages.request(command, false);
    if (request.setup() == null || request.setup().size() < request.numSetup()) {
      return;
    }
    Words words = Messages.words(command, request);
    int asked = UNKNOWN;
    if (request.numSetup() > 0) {
      asked = request.setup().get(0);
      int origin = command.message().origin() + words.setup();
      command.tree().number(subcommand, asked, origin, 2);
    }
    command.exchange().remember(new Asked(asked));
    if (request.byteCount() > 0) {
      int at = words.byteCountAt() + 2;
      parts(new Walk(command, at, request.byteCount()), command, words, asked);
    }
  }

  private void parts(Walk walk, Smb1Command command, Words words, int asked) {
    Asked said = new Asked(asked);
    walk.pad(words.parameters());
    if (words.numParameters() > 0) {
      Part part = walk.open(name(asked, "Parameters"), words.numParameters());
      if (part == null) {
        return;
      }
      said = requests.parameters(part, asked);
      command.exchange().remember(said);
      walk.close(words.numParameters());
    }
    walk.pad(words.data());
    if (words.numData() > 0) {
      Part part = walk.open(name(asked, "Data"), words.numData());
      if (part == null) {
        return;
      }
      requests.data(part, said);
      walk.close(words.numData());
    }
    walk.end();
  }

  private String name(int asked, String part) {
    return subcommand.values().getOrDefault((long) asked, "Unknown") + ' ' + part;
  }

  void response(Smb1Command command) {
    Asked asked = command.exchange().recall(Asked.class);
    generated(command, asked);
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
    Integer count = null;
    boolean shown = words.isFirst() && asked != null && asked.subcommand != UNKNOWN;
    if (shown && words.numParameters() > 0) {
      Part part = new Part(command, words.parameters(command));
      part.open(name(asked.subcommand, "Parameters"));
      count = responses.parameters(part, asked);
      command.tree().close();
    }
    walk.skip(words.numParameters());
    walk.pad(words.data());
    walk.skip(words.numData());
    if (shown && words.numData() > 0) {
      Part part = new Part(command, words.data(command));
      part.open(name(asked.subcommand, "Data"));
      responses.data(part, asked, count == null ? 0 : count);
      command.tree().close();
    }
    walk.end();
  }

  /** What the request said. */
  private void generated(Smb1Command command, Asked asked) {
    FrameTree tree = command.tree();
    int at = command.message().origin() + command.at();
    tree.number(subcommand, asked == null ? UNKNOWN : asked.subcommand, at, 0);
    if (asked == null) {
      return;
    }
    switch (asked.subcommand) {
      case FIND_FIRST2 -> {
        tree.number(findLevel, asked.level & 0xFFFF, at, 0);
        name(tree, pattern, asked, at);
      }
      case QUERY_PATH, QUERY_FILE -> {
        tree.number(queryLevel, asked.level & 0xFFFF, at, 0);
        name(tree, file, asked, at);
      }
      case QUERY_FS -> tree.number(queryFsLevel, asked.level & 0xFFFF, at, 0);
      case SET_FS -> tree.number(setFsLevel, asked.level & 0xFFFF, at, 0);
      default -> {}
    }
  }

  private static void name(FrameTree tree, Field field, Asked asked, int at) {
    if (asked.name != null) {
      tree.value(field, asked.name, at, 0);
    }
  }
}
