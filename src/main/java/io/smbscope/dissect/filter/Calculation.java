package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldType;
import java.util.ArrayList;
import java.util.List;

/** Each value of one operand with each of another. */
record Calculation(char operator, Operand left, Operand right) implements Operand {
  @Override
  public FieldType type() {
    return left.type();
  }

  @Override
  public Field field() {
    return left.field();
  }

  @Override
  public List<Object> values(FrameTree tree) {
    List<Object> results = new ArrayList<>();
    List<Object> seconds = right.values(tree);
    for (Object first : left.values(tree)) {
      for (Object second : seconds) {
        Object result =
            first instanceof Long a && second instanceof Long b
                ? number(a, b)
                : octets((byte[]) first, (byte[]) second);
        if (result != null) {
          results.add(result);
        }
      }
    }
    return results;
  }

  private Object number(long a, long b) {
    return switch (operator) {
      case '+' -> a + b;
      case '-' -> a - b;
      case '*' -> a * b;
      case '/' -> b == 0 ? null : (Object) Long.divideUnsigned(a, b);
      case '%' -> b == 0 ? null : (Object) Long.remainderUnsigned(a, b);
      default -> a & b;
    };
  }

  /** Only {@code &} takes octets. */
  private static Object octets(byte[] first, byte[] second) {
    byte[] both = new byte[Math.min(first.length, second.length)];
    for (int i = 0; i < both.length; i++) {
      both[i] = (byte) (first[i] & second[i]);
    }
    return both;
  }
}
