package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.FieldType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Some octets of each value. */
record SliceOperand(Operand of, List<Range> ranges) implements Operand {

  /**
   * @param from counted from the end when negative
   * @param last the last octet, likewise; {@link #END} for the value's
   * @param count octets when it is given instead; else -1
   */
  record Range(int from, int last, int count) {
    static final int END = -1;
  }

  @Override
  public FieldType type() {
    return FieldType.FT_BYTES;
  }

  @Override
  public List<Object> values(FrameTree tree) {
    List<Object> slices = new ArrayList<>();
    for (Object value : of.values(tree)) {
      byte[] octets =
          value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) value;
      byte[] slice = slice(octets);
      if (slice != null) {
        slices.add(slice);
      }
    }
    return slices;
  }

  /** Null when the value is too short for one of the ranges. */
  private byte[] slice(byte[] octets) {
    ByteArrayOutputStream slice = new ByteArrayOutputStream();
    for (Range range : ranges) {
      int from = range.from < 0 ? octets.length + range.from : range.from;
      int last = range.last < 0 ? octets.length + range.last : range.last;
      long end = range.count < 0 ? last + 1L : (long) from + range.count;
      if (from < 0 || from >= octets.length || end > octets.length || end < from) {
        return null;
      }
      slice.write(octets, from, (int) end - from);
    }
    return slice.toByteArray();
  }
}
