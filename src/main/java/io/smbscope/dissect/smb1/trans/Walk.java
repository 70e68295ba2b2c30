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

  /** From the header. */
  int at() {
    return at;
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
