package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
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
      if (!walk.has(words.numParameters())) {
        return;
      }
      Part part = part(command, walk, words.numParameters());
      open(command, part.region(), asked, "Parameters");
      said = requests.parameters(part, asked);
      command.tree().close();
      command.exchange().remember(said);
      walk.skip(words.numParameters());
    }
    walk.pad(words.data());
    if (words.numData() > 0) {
      if (!walk.has(words.numData())) {
        return;
      }
      Part part = part(command, walk, words.numData());
      open(command, part.region(), asked, "Data");
      requests.data(part, said);
      command.tree().close();
      walk.skip(words.numData());
    }
    walk.end();
  }

  private static Part part(Smb1Command command, Walk walk, long count) {
    return new Part(command, Words.part(command, walk.at(), count));
  }

  private void open(Smb1Command command, Region part, int asked, String what) {
    String name = subcommand.values().getOrDefault((long) asked, "Unknown");
    command.tree().open(name + ' ' + what, part.origin(), part.length());
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
      open(command, part.region(), asked.subcommand, "Parameters");
      count = responses.parameters(part, asked);
      command.tree().close();
    }
    walk.skip(words.numParameters());
    walk.pad(words.data());
    walk.skip(words.numData());
    if (shown && words.numData() > 0) {
      Part part = new Part(command, words.data(command));
      open(command, part.region(), asked.subcommand, "Data");
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
