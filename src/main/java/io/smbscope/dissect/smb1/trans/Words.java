package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.smb1.Smb1Command;

/**
 * Where the parts of a transaction's message lie, as its words say, from the header.
 *
 * @param setup of the first setup word
 * @param numSetup words
 * @param parameterDisplacement of a secondary, or of a response that is not the first
 */
record Words(
    int setup,
    int numSetup,
    long parameters,
    long numParameters,
    long parameterDisplacement,
    long data,
    long numData,
    long dataDisplacement) {
  private static final Field WORD_COUNT = Fields.named("smb.wct");
  private static final Field BYTE_COUNT = Fields.named("smb.bcc");

  /** The first of several, or the only one. */
  boolean isFirst() {
    return parameterDisplacement == 0 && dataDisplacement == 0;
  }

  Region setupWords(Smb1Command command) {
    return command.message().part(setup, 2 * numSetup);
  }

  /** The setup words and what is behind them. */
  Region fromSetup(Smb1Command command) {
    return command.message().from(setup);
  }

  /** What a response says its parameters are, as far as the message goes. */
  Region parameters(Smb1Command command) {
    return part(command, parameters, numParameters);
  }

  /** What a response says its data are, as far as the message goes. */
  Region data(Smb1Command command) {
    return part(command, data, numData);
  }

  private static Region part(Smb1Command command, long from, long count) {
    Region message = command.message();
    if (from > message.length()) {
      return message.part(message.length(), 0);
    }
    return message.part((int) from, (int) Math.min(count, message.length() - from));
  }

  /** Where ByteCount stands: behind the setup words, whatever WordCount is. */
  int byteCountAt() {
    return setup + 2 * numSetup;
  }

  /**
   * Shows ByteCount, and goes through the octets that it counts.
   *
   * @return null when there are none
   */
  Walk walk(Smb1Command command) {
    return walk(command, byteCountAt());
  }

  /** As {@link #walk(Smb1Command)}, of a ByteCount that stands at {@code at}. */
  static Walk walk(Smb1Command command, int at) {
    if (!command.message().has(at, 2)) {
      return null;
    }
    int count = command.message().octets().u16le(at);
    command.tree().number(BYTE_COUNT, count, command.message().origin() + at, 2);
    return count == 0 ? null : new Walk(command, at + 2, count);
  }

  /** Shows a command that has no words, as answers that tell an error have none. */
  static void none(Smb1Command command) {
    if (command.message().has(command.at(), 1)) {
      command.tree().number(WORD_COUNT, 0, command.message().origin() + command.at(), 1);
      Walk walk = walk(command, command.byteCountAt());
      if (walk != null) {
        walk.end();
      }
    }
  }
}
