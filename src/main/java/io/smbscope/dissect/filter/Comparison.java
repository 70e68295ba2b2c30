package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.FieldType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A relation between the values of two operands. */
record Comparison(Relation relation, boolean all, Operand left, Operand right) implements Test {
  enum Relation {
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    CONTAINS
  }

  @Override
  public boolean matches(FrameTree tree) {
    List<Object> first = left.values(tree);
    List<Object> second = right.values(tree);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    for (Object value : first) {
      for (Object other : second) {
        if (holds(value, other) != all) {
          return !all;
        }
      }
    }
    return all;
  }

  private boolean holds(Object value, Object other) {
    if (relation == Relation.CONTAINS) {
      return contains(value, other);
    }
    int order = compare(value, other, left.type());
    return switch (relation) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      default -> order >= 0;
    };
  }

  /** Of two values of a type; a {@link Prefix} may be the second. Longer octets are greater. */
  static int compare(Object value, Object other, FieldType type) {
    if (value instanceof Long number) {
      long second = (Long) other;
      boolean signed = type == FieldType.FT_INT || type == FieldType.FT_RELATIVE_TIME;
      return signed ? Long.compare(number, second) : Long.compareUnsigned(number, second);
    }
    if (value instanceof Instant time) {
      return time.compareTo((Instant) other);
    }
    if (value instanceof String text) {
      return Arrays.compareUnsigned(
          text.getBytes(StandardCharsets.UTF_8), ((String) other).getBytes(StandardCharsets.UTF_8));
    }
    byte[] octets = (byte[]) value;
    if (other instanceof Prefix prefix) {
      return prefix.compareFrom(octets);
    }
    byte[] others = (byte[]) other;
    return octets.length == others.length
        ? Arrays.compareUnsigned(octets, others)
        : octets.length - others.length;
  }

  private static boolean contains(Object value, Object part) {
    if (value instanceof String text) {
      return text.contains((String) part);
    }
    byte[] octets = (byte[]) value;
    byte[] wanted = (byte[]) part;
    for (int i = 0; i + wanted.length <= octets.length; i++) {
      if (Arrays.equals(octets, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
