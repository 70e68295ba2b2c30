package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.dissect.smb1.Smb1Command;

/** Goes through the octets that ByteCount counts: what of them pads, and what is left over. */
final class Walk {
  private static final Field PADDING = Fields.named("smb.padding");
  private static final Field EXTRA = Fields.named("smb.extra_byte_parameters");

  private final Smb1Command command;
  private int at;
  private int left;

  /**
   * @param at of the first, from the header
   * @param count of them
   */
  Walk(Smb1Command command, int at, int count) {
    this.command = command;
    this.at = at;
    this.left = Math.max(0, count);
  }

  /** Shows what stands before a place. */
  void pad(long to) {
    if (to > at) {
      int count = (int) Math.min(to - at, left);
      show(PADDING, count);
      skip(count);
    }
  }

  /** ByteCount has so many octets more. */
  boolean has(long count) {
    return count <= left;
  }

  /**
   * Opens the part that stands next; {@link #close} ends it.
   *
   * @param count of its octets, as the words say
   * @return null when ByteCount does not have them
   */
  Part open(String name, long count) {
    if (!has(count)) {
      return null;
    }
    Part part = new Part(command, command.message().part(at, (int) count));
    part.open(name);
    return part;
  }

  /** Goes on behind the part of so many octets that was opened. */
  void close(long count) {
    command.tree().close();
    skip(count);
  }

  /** Goes on, as far as ByteCount goes. */
  void skip(long count) {
    int there = (int) Math.min(count, left);
    at += there;
    left -= there;
  }

  /** Shows what is left over. */
  void end() {
    show(EXTRA, left);
    skip(left);
  }

  private void show(Field field, int count) {
    Region part = command.message().part(at, count);
    if (count > 0 && command.message().has(at, count) && command.tree().wants(field)) {
      command.tree().value(field, part.octets().copy(), part.origin(), count);
    }
  }
}
