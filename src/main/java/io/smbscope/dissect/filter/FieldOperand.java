package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldForm;
import io.smbscope.dissect.field.FieldType;
import java.util.ArrayList;
import java.util.List;

/** All values of a field in a frame. */
record FieldOperand(Field field) implements Operand {
  private static final long NANOS_PER_MILLI = 1_000_000;

  @Override
  public FieldType type() {
    return field.type();
  }

  @Override
  public List<Object> values(FrameTree tree) {
    List<Object> values = new ArrayList<>();
    for (Node node : tree.nodes()) {
      if (isOf(node)) {
        Object value = value(tree, node);
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  boolean isOf(Node node) {
    return node.field() != null && node.field().index() == field.index();
  }

  boolean isIn(FrameTree tree) {
    for (Node node : tree.nodes()) {
      if (isOf(node)) {
        return true;
      }
    }
    return false;
  }

  private static Object value(FrameTree tree, Node node) {
    return switch (node.field().type()) {
      case FT_UINT, FT_INT, FT_FRAMENUM -> node.number();
      case FT_BOOLEAN -> node.number() == 0 ? 0L : 1L;
      case FT_RELATIVE_TIME ->
          node.field().form() == FieldForm.MILLIS ? node.number() * NANOS_PER_MILLI : node.number();
      case FT_PROTOCOL -> tree.octets(node).copy();
      case FT_STRING -> node.value() == null ? "" : node.value();
      case FT_NONE -> null;
      default -> node.value();
    };
  }
}
