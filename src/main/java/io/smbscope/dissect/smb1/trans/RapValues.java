package io.smbscope.dissect.smb1.trans;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldForm;
import io.smbscope.dissect.field.Fields;
import java.util.Iterator;

/** Shows what a descriptor says, one character after the other. [MS-RAP] 2.5.1, 2.5.3 */
final class RapValues {
  private static final Field WORD = Fields.named("smb_pipe.word_param");
  private static final Field DOUBLE_WORD = Fields.named("smb_pipe.doubleword_param");
  private static final Field BYTE = Fields.named("smb_pipe.byte_param");
  private static final Field BYTES = Fields.named("smb_pipe.bytes_param");
  private static final Field STRING = Fields.named("smb_pipe.string_param");
  private static final Field RECEIVE_BUFFER = Fields.named("lanman.recv_buf_len");
  private static final Field SEND_BUFFER = Fields.named("lanman.send_buf_len");
  private static final Field PADDING = Fields.named("lanman.padding");
  private static final Field ENTRIES = Fields.named("lanman.entry_count");
  private static final int MOST_OCTETS = 1 << 16;

  private final FrameTree tree;
  private final Region region;
  private int at;
  private boolean cut;
  private boolean buffer;
  private int entries = -1;

  RapValues(FrameTree tree, Region region, int at) {
    this.tree = tree;
    this.region = region;
    this.at = at;
  }

  int at() {
    return at;
  }

  boolean isCut() {
    return cut;
  }

  /** The descriptor says that there are data. */
  boolean hasBuffer() {
    return buffer;
  }

  /** Entries of the data, -1 when the descriptor says nothing of them. */
  int entries() {
    return entries;
  }

  /** Shows parameters. */
  void parameters(String descriptor, Iterator<String> names) {
    for (int i = 0; i < descriptor.length() && !cut; i++) {
      int count = count(descriptor, i + 1);
      switch (descriptor.charAt(i)) {
        case 'W', 'h' -> number(next(names, WORD), 2);
        case 'D', 'i' -> number(next(names, DOUBLE_WORD), 4);
        case 'b', 'g' -> octets(next(names, count == 1 ? BYTE : BYTES), count);
        case 'z' -> string(next(names, STRING));
        case 'O' -> next(names, null);
        case 'F' -> octets(PADDING, count);
        case 'L' -> number(RECEIVE_BUFFER, 2);
        case 'T' -> number(SEND_BUFFER, 2);
        case 'e' -> entries = (int) number(ENTRIES, 2);
        case 'r', 's' -> buffer = true;
        default -> {}
      }
    }
  }

  /** Shows an entry of the data, in which strings are pointed at. */
  void data(String descriptor, Iterator<String> names, int converter) {
    for (int i = 0; i < descriptor.length() && !cut; i++) {
      int count = count(descriptor, i + 1);
      switch (descriptor.charAt(i)) {
        case 'W', 'N' -> number(next(names, WORD), 2);
        case 'D' -> number(next(names, DOUBLE_WORD), 4);
        case 'B' -> octets(next(names, count == 1 ? BYTE : BYTES), count);
        case 'z' -> pointer(next(names, STRING), converter, -1);
        case 'b' -> pointer(next(names, BYTES), converter, count);
        case 'O' -> next(names, null);
        default -> {}
      }
    }
  }

  private static Field next(Iterator<String> names, Field otherwise) {
    if (!names.hasNext()) {
      return otherwise;
    }
    String name = names.next();
    return name.isEmpty() ? null : Fields.named(name);
  }

  private static int count(String descriptor, int from) {
    int count = 0;
    int i = from;
    while (i < descriptor.length() && Character.isDigit(descriptor.charAt(i))) {
      count = Math.min(count * 10 + descriptor.charAt(i) - '0', MOST_OCTETS);
      i++;
    }
    return i == from ? 1 : count;
  }

  private long number(Field field, int size) {
    if (!region.has(at, size)) {
      cut = true;
      return -1;
    }
    Bytes octets = region.octets();
    long value = size == 2 ? octets.u16le(at) : octets.u32le(at);
    show(field, value, at, size);
    at += size;
    return value;
  }

  private void show(Field field, long value, int from, int size) {
    if (field == null) {
      return;
    }
    if (field.form() == FieldForm.INT) {
      tree.number(field, (short) value, region.origin() + from, size);
    } else if (field.form() == FieldForm.MILLIS) {
      tree.number(field, (int) value * 1000L, region.origin() + from, size);
    } else if (field.form().isNumber()) {
      tree.number(field, value, region.origin() + from, size);
    } else {
      place(field, from, size);
    }
  }

  private void octets(Field field, int count) {
    if (!region.has(at, count)) {
      cut = true;
      return;
    }
    if (field != null && field.form().isNumber()) {
      show(field, count == 0 ? 0 : region.octets().u8(at), at, count);
    } else if (field != null) {
      place(field, at, count);
    }
    at += count;
  }

  private void string(Field field) {
    int end = end(at);
    if (end < 0) {
      cut = true;
      return;
    }
    if (field != null) {
      place(field, at, end - at);
    }
    at = end;
  }

  private void pointer(Field field, int converter, int count) {
    if (!region.has(at, 4)) {
      cut = true;
      return;
    }
    int to = region.octets().u16le(at) - converter;
    at += 4;
    int end = to < 0 ? -1 : count < 0 ? end(to) : to + count;
    if (field != null && end >= 0 && region.has(to, end - to)) {
      place(field, to, end - to);
    }
  }

  /** Behind the zero of a string; -1 when there is none. */
  private int end(int from) {
    for (int i = from; region.has(i, 1); i++) {
      if (region.octets().u8(i) == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private void place(Field field, int from, int size) {
    if (tree.wants(field)) {
      Object value = Values.ofOctets(field, region, from, size, false);
      tree.value(field, value, region.origin() + from, size);
    }
  }
}
