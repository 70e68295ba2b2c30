package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldType;
import java.util.List;

/** What has values in a frame: a field, or what is made of one. */
interface Operand {
  /** Of the values. */
  FieldType type();

  /** The definition whose meanings and size a literal beside it is read by; null for none. */
  default Field field() {
    return null;
  }

  /** Each a Long, String, byte[] or Instant; none when the frame has no such field. */
  List<Object> values(FrameTree tree);
}
