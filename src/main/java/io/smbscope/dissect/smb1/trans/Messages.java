package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.smb1.Smb1Command;
import io.smbscope.grammar.placed.Smb1Transaction;

/**
 * The words of SMB_COM_TRANSACTION and SMB_COM_TRANSACTION2, shown, and what they say. [MS-CIFS]
 * 2.2.4.33, 2.2.4.34, 2.2.4.46, 2.2.4.47
 */
final class Messages {
  /** Before the setup words, in octets from WordCount. */
  private static final int SETUP_OF_REQUEST = 29;

  private static final int SETUP_OF_RESPONSE = 21;

  private static final int FID_OF_SECONDARY = 17;
  private static final int WORDS_WITH_FID = 9;
  private static final Field CONTINUATION_TO = Fields.named("smb.continuation_to");

  private Messages() {}

  /**
   * A request's words.
   *
   * @param named it has a name behind ByteCount
   * @return the structure, as far as it was there
   */
  static Smb1Transaction.Request request(Smb1Command command, boolean named) {
    return command.show(
        stream -> new Smb1Transaction.Request(stream, command.unicode(), named),
        Smb1Transaction.Request::_read);
  }

  static Words words(Smb1Command command, Smb1Transaction.Request request) {
    return new Words(
        command.at() + SETUP_OF_REQUEST,
        request.numSetup(),
        request.ofsParameters(),
        request.numParameters(),
        0,
        request.ofsData(),
        request.numData(),
        0);
  }

  /**
   * A response's words.
   *
   * @return null when they are not all there
   */
  static Words response(Smb1Command command) {
    Smb1Transaction.Response response =
        command.show(Smb1Transaction.Response::new, Smb1Transaction.Response::_read);
    if (response.setup() == null || response.setup().size() < response.numSetup()) {
      return null;
    }
    return new Words(
        command.at() + SETUP_OF_RESPONSE,
        response.numSetup(),
        response.ofsParameters(),
        response.numParameters(),
        response.parameterDisplacement(),
        response.ofsData(),
        response.numData(),
        response.dataDisplacement());
  }

  /** Shows which request a secondary continues. */
  static void continuation(Smb1Command command) {
    if (command.exchange().isKnown()) {
      command.tree().number(CONTINUATION_TO, command.exchange().frame(), 0, 0);
    }
  }

  /** What continues a request: only where its parts lie is shown. */
  static void secondary(Smb1Command command) {
    continuation(command);
    Smb1Transaction.Secondary secondary =
        command.show(Smb1Transaction.Secondary::new, Smb1Transaction.Secondary::_read);
    int fidAt = command.at() + FID_OF_SECONDARY;
    if (command.wordCount() == WORDS_WITH_FID
        && secondary.fid() == null
        && command.message().has(fidAt, 2)) {
      int fid = command.message().octets().u16le(fidAt);
      command.session().opens().show(command, fid, fidAt);
    }
    Walk walk = Words.walk(command, command.byteCountAt());
    if (walk != null) {
      walk.pad(secondary.ofsParameters());
      walk.pad(secondary.ofsData());
      walk.end();
    }
  }
}
