package io.smbscope.dissect.filter;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldType;
import io.smbscope.dissect.print.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A function of operands. */
record Function(Name name, List<Operand> of) implements Operand {
  enum Name {
    LEN,
    COUNT,
    LOWER,
    UPPER,
    STRING,
    MAX,
    MIN,
    ABS;

    /** Null for none. */
    static Name of(String word) {
      for (Name name : values()) {
        if (name.name().toLowerCase(Locale.ROOT).equals(word)) {
          return name;
        }
      }
      return null;
    }
  }

  private Operand first() {
    return of.get(0);
  }

  @Override
  public FieldType type() {
    return switch (name) {
      case LEN, COUNT -> FieldType.FT_UINT;
      case LOWER, UPPER, STRING -> FieldType.FT_STRING;
      default -> first().type();
    };
  }

  @Override
  public Field field() {
    return switch (name) {
      case MAX, MIN, ABS -> first().field();
      default -> null;
    };
  }

  @Override
  public List<Object> values(FrameTree tree) {
    return switch (name) {
      case COUNT -> {
        long count = tree.nodes().stream().filter(((FieldOperand) first())::isOf).count();
        yield count == 0 ? List.of() : List.of(count);
      }
      case STRING -> texts(tree);
      case MAX, MIN -> extreme(tree);
      default -> first().values(tree).stream().map(this::one).toList();
    };
  }

  private Object one(Object value) {
    return switch (name) {
      case LEN -> (long) length(value);
      case LOWER -> ((String) value).toLowerCase(Locale.ROOT);
      case UPPER -> ((String) value).toUpperCase(Locale.ROOT);
      default -> value instanceof Long number ? (Object) Math.abs(number) : value;
    };
  }

  private static int length(Object value) {
    if (value instanceof byte[] octets) {
      return octets.length;
    }
    return value instanceof String text ? text.getBytes(StandardCharsets.UTF_8).length : Long.BYTES;
  }

  private List<Object> texts(FrameTree tree) {
    List<Object> texts = new ArrayList<>();
    for (Node node : tree.nodes()) {
      if (((FieldOperand) first()).isOf(node)) {
        texts.add(ValueText.of(node));
      }
    }
    return texts;
  }

  private List<Object> extreme(FrameTree tree) {
    Object best = null;
    for (Operand operand : of) {
      for (Object value : operand.values(tree)) {
        int order = best == null ? 0 : Comparison.compare(value, best, type());
        if (best == null || (name == Name.MAX ? order > 0 : order < 0)) {
          best = value;
        }
      }
    }
    return best == null ? List.of() : List.of(best);
  }
}
