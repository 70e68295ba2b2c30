package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldType;
import java.util.Objects;

/**
 * The whole tree of each frame: label, value, its meaning, and at the end of the line where it
 * stands in the frame or in what was reassembled. What stands nowhere is in brackets.
 */
public final class TreePrinter implements FramePrinter {
  private static final int INDENT = 4;

  /** Octets of a value that are shown. */
  private static final int MOST_OCTETS = 64;

  @Override
  public void frame(FrameTree tree, Utf8 out) {
    Node before = null;
    for (Node node : tree.nodes()) {
      if (before == null || !isAnotherName(before, node)) {
        line(tree, node, out);
      }
      before = node;
    }
    out.put('\n');
  }

  /** The same octets under another name, as {@code tcp.port} behind {@code tcp.srcport}. */
  private static boolean isAnotherName(Node before, Node node) {
    return node.field() != null
        && before.field() != null
        && node.length() > 0
        && node.field().mask() == 0
        && before.offset() == node.offset()
        && before.length() == node.length()
        && before.source() == node.source()
        && before.depth() == node.depth()
        && before.number() == node.number()
        && (Objects.deepEquals(before.value(), node.value())
            || (node.field().type() == FieldType.FT_STRING && before.value() instanceof byte[]));
  }

  private static void line(FrameTree tree, Node node, Utf8 out) {
    for (int i = 0; i < INDENT * node.depth(); i++) {
      out.put(' ');
    }
    boolean nowhere = node.field() != null && node.length() == 0 && node.offset() == 0;
    if (nowhere) {
      out.put('[');
    }
    if (node.text() != null) {
      String text =
          node.text().isEmpty() && node.field() != null ? node.field().label() : node.text();
      TextEscapes.append(text, out);
    } else {
      field(node, out);
    }
    if (nowhere) {
      out.put(']');
    }
    if (node.length() > 0) {
      out.add("  {").decimal(node.offset());
      if (node.length() > 1) {
        out.put('-').decimal(node.offset() + node.length() - 1L);
      }
      if (node.source() > 0 && node.source() < tree.sources().size()) {
        out.add(" of ").add(tree.sources().get(node.source()).name());
      }
      out.put('}');
    }
    out.put('\n');
  }

  private static void field(Node node, Utf8 out) {
    Field field = node.field();
    if (field.mask() != 0) {
      bits(field, node.number(), out);
    }
    out.add(field.label());
    if (field.type() == FieldType.FT_NONE) {
      return;
    }
    out.add(": ");
    String meaning = field.values().get(node.number());
    if (field.type() == FieldType.FT_BOOLEAN) {
      out.add(meaning != null ? meaning : node.number() == 0 ? "False" : "True");
      return;
    }
    if (node.value() instanceof byte[] octets
        && field.type() == FieldType.FT_BYTES
        && octets.length > MOST_OCTETS) {
      out.hex(java.util.Arrays.copyOf(octets, MOST_OCTETS)).add("\u2026");
      return;
    }
    boolean named = !field.values().isEmpty();
    if (named) {
      out.add(meaning == null ? "Unknown" : meaning).add(" (");
    }
    ValueText.append(node, out);
    if (named) {
      out.put(')');
    } else if (field.type() == FieldType.FT_RELATIVE_TIME) {
      out.add(" seconds");
    }
  }

  /** {@code .... ...1 = }: the field's bits in the number they are part of. */
  private static void bits(Field field, long value, Utf8 out) {
    int octets = field.octets();
    int width = octets == 0 ? Long.SIZE - Long.numberOfLeadingZeros(field.mask()) : 8 * octets;
    width = Math.max(width, Long.SIZE - Long.numberOfLeadingZeros(field.mask()));
    long shifted = value << Long.numberOfTrailingZeros(field.mask());
    for (int bit = (width + 3) / 4 * 4 - 1; bit >= 0; bit--) {
      boolean own = (field.mask() >>> bit & 1) != 0;
      out.put(own ? (char) ('0' + (shifted >>> bit & 1)) : '.');
      if (bit % 4 == 0) {
        out.put(' ');
      }
    }
    out.add("= ");
  }
}
