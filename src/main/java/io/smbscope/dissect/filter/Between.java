package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.field.FieldType;
import java.util.List;

/** A value from a lowest to a highest one, both included. */
record Between(Operand operand, Operand lowest, Operand highest) implements Test {
  @Override
  public boolean matches(FrameTree tree) {
    List<Object> low = lowest.values(tree);
    List<Object> high = highest.values(tree);
    if (low.isEmpty() || high.isEmpty()) {
      return false;
    }
    FieldType type = operand.type();
    for (Object value : operand.values(tree)) {
      if (Comparison.compare(value, low.get(0), type) >= 0
          && Comparison.compare(value, high.get(0), type) <= 0) {
        return true;
      }
    }
    return false;
  }
}
