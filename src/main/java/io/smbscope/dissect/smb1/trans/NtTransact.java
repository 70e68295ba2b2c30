package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.smb1.Smb1Command;
import io.smbscope.grammar.placed.Smb1Transaction;

/** SMB_COM_NT_TRANSACT and its secondaries. [MS-CIFS] 2.2.4.62, 2.2.4.63, 2.2.7 */
final class NtTransact {
  /** A request of fewer words is a secondary. */
  private static final int LEAST_WORDS = 19;

  /** Before the setup words, in octets from WordCount. */
  private static final int SETUP_OF_REQUEST = 39;

  private static final int SETUP_OF_RESPONSE = 37;
  private static final long UNKNOWN = 0xFFFF_FFFFL;

  private final Field function = Fields.named("smb.nt.function");
  private final Field setupOctets = Fields.named("smb.nt_transaction_setup");
  private final NtRequests requests = new NtRequests();
  private final NtResponses responses = new NtResponses();

  /**
   * What a request said that its response is shown with.
   *
   * @param controlCode of NT_TRANSACT_IOCTL
   * @param fid -1 when it has none
   */
  record Asked(int function, long controlCode, int fid) {}

  void request(Smb1Command command) {
    if (command.wordCount() == 0) {
      Words.none(command);
    } else if (command.wordCount() < LEAST_WORDS) {
      secondary(command);
    } else {
      primary(command);
    }
  }

  private void primary(Smb1Command command) {
    Smb1Transaction.NtRequest request =
        command.show(Smb1Transaction.NtRequest::new, Smb1Transaction.NtRequest::_read);
    if (request.setup() == null || request.setup().size() < request.numSetup()) {
      return;
    }
    Words words =
        new Words(
            command.at() + SETUP_OF_REQUEST,
            request.numSetup(),
            request.ofsParameters(),
            request.numParameters(),
            0,
            request.ofsData(),
            request.numData(),
            0);
    Asked asked = new Asked(request.function(), 0, -1);
    Part setup = new Part(command, words.setupWords(command));
    if (setup.left() > 0) {
      setup.open(name(asked, "Setup"));
      asked = requests.setup(setup, asked);
      command.tree().close();
    }
    command.exchange().remember(asked);
    Walk walk = words.walk(command);
    if (walk != null) {
      parts(walk, command, words, asked);
    }
  }

  private void parts(Walk walk, Smb1Command command, Words words, Asked asked) {
    Asked said = asked;
    NtRequests.Lengths lengths = null;
    walk.pad(words.parameters());
    if (words.numParameters() > 0) {
      Part part = walk.open(name(asked, "Parameters"), words.numParameters());
      if (part == null) {
        return;
      }
      if (asked.function == NtRequests.CREATE) {
        lengths = requests.create(part);
      } else {
        said = requests.parameters(part, asked);
      }
      walk.close(words.numParameters());
    }
    command.exchange().remember(said);
    walk.pad(words.data());
    if (words.numData() > 0) {
      Part part = walk.open(name(asked, "Data"), words.numData());
      if (part == null) {
        return;
      }
      requests.data(part, said, lengths);
      walk.close(words.numData());
    }
    walk.end();
  }

  private static void secondary(Smb1Command command) {
    Messages.continuation(command);
    Smb1Transaction.NtSecondary secondary =
        command.show(Smb1Transaction.NtSecondary::new, Smb1Transaction.NtSecondary::_read);
    Walk walk = Words.walk(command, command.byteCountAt());
    if (walk != null) {
      walk.pad(secondary.ofsParameters());
      walk.skip(secondary.numParameters());
      walk.pad(secondary.ofsData());
      walk.skip(secondary.numData());
      walk.end();
    }
  }

  private String name(Asked asked, String part) {
    String name = asked == null ? null : function.values().get((long) asked.function);
    return (name == null ? "Unknown NT transaction" : name) + ' ' + part;
  }

  void response(Smb1Command command) {
    Asked asked = command.exchange().recall(Asked.class);
    FrameTree tree = command.tree();
    int at = command.message().origin() + command.at();
    tree.number(function, asked == null ? UNKNOWN : asked.function, at, 0);
    if (command.wordCount() == 0) {
      Words.none(command);
      return;
    }
    Smb1Transaction.NtResponse response =
        command.show(Smb1Transaction.NtResponse::new, Smb1Transaction.NtResponse::_read);
    if (response.setup() == null || response.setup().size() < response.numSetup()) {
      return;
    }
    Words words =
        new Words(
            command.at() + SETUP_OF_RESPONSE,
            response.numSetup(),
            response.ofsParameters(),
            response.numParameters(),
            response.parameterDisplacement(),
            response.ofsData(),
            response.numData(),
            response.dataDisplacement());
    setup(command, words, asked);
    Walk walk = words.walk(command);
    if (walk != null) {
      answer(walk, words, asked);
    }
  }

  private void setup(Smb1Command command, Words words, Asked asked) {
    Region setup = words.setupWords(command);
    if (asked != null && setup.length() > 0 && command.tree().wants(setupOctets)) {
      command.tree().value(setupOctets, setup.octets().copy(), setup.origin(), setup.length());
    }
  }

  private void answer(Walk walk, Words words, Asked asked) {
    walk.pad(words.parameters());
    if (words.numParameters() > 0) {
      Part part = walk.open(name(asked, "Parameters"), words.numParameters());
      if (part == null) {
        return;
      }
      if (asked != null) {
        responses.parameters(part, asked);
      }
      walk.close(words.numParameters());
    }
    walk.pad(words.data());
    if (words.numData() > 0) {
      Part part = walk.open(name(asked, "Data"), words.numData());
      if (part == null) {
        return;
      }
      if (asked != null) {
        responses.data(part, asked);
      }
      walk.close(words.numData());
    }
    walk.end();
  }
}
