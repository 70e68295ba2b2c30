package io.smbscope.dissect.print;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.FieldForm;
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

  /** Names of bits that are told beside their number. */
  private static final int MOST_NAMES = 12;

  /** Parts of a structure among which its name is looked for. */
  private static final int MOST_PARTS = 100;

  @Override
  public void frame(FrameTree tree, Utf8 out) {
    Node before = null;
    for (int i = 0; i < tree.nodes().size(); i++) {
      Node node = tree.nodes().get(i);
      if (before == null || !isAnotherName(before, node)) {
        line(tree, node, i, out);
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

  /** It is in no octets: where some are, numbers have them, and text that is not empty. */
  private static boolean isNowhere(Node node) {
    if (node.field() == null || node.length() != 0) {
      return false;
    }
    FieldType type = node.field().type();
    boolean number = type != FieldType.FT_NONE && node.field().form().isNumber();
    boolean text = node.value() instanceof String said && !said.isEmpty();
    return node.offset() == 0 || ((number || text) && node.text() == null);
  }

  private static void line(FrameTree tree, Node node, int index, Utf8 out) {
    for (int i = 0; i < INDENT * node.depth(); i++) {
      out.put(' ');
    }
    boolean nowhere = isNowhere(node);
    if (nowhere) {
      out.put('[');
    }
    if (node.text() != null) {
      String text =
          node.text().isEmpty() && node.field() != null ? node.field().label() : node.text();
      TextEscapes.append(text, out);
    } else {
      field(tree, node, out);
      setBits(tree, index, out);
      name(tree, index, out);
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

  private static boolean isIdentifier(Node node) {
    return node.field().type() == FieldType.FT_GUID
        || (node.value() instanceof String text && text.startsWith("1."));
  }

  /** What a structure is called: the last text that stands directly in it, as a file's name. */
  private static void name(FrameTree tree, int index, Utf8 out) {
    Node structure = tree.nodes().get(index);
    if (structure.field().type() != FieldType.FT_NONE) {
      return;
    }
    String name = "";
    int until = Math.min(tree.nodes().size(), index + MOST_PARTS);
    for (int i = index + 1; i < until; i++) {
      Node part = tree.nodes().get(i);
      if (part.depth() <= structure.depth()) {
        break;
      }
      if (part.depth() == structure.depth() + 1 && part.value() instanceof String text) {
        name = text;
      }
    }
    if (!name.isEmpty()) {
      out.add(": ");
      TextEscapes.append(name, out);
    }
  }

  /** The names of the bits that are set in a number. */
  private static void setBits(FrameTree tree, int index, Utf8 out) {
    Node number = tree.nodes().get(index);
    int names = 0;
    for (int i = index + 1; i < tree.nodes().size() && names < MOST_NAMES; i++) {
      Node bit = tree.nodes().get(i);
      if (bit.depth() <= number.depth()) {
        return;
      }
      boolean own = bit.depth() == number.depth() + 1 && bit.offset() == number.offset();
      if (own
          && bit.number() != 0
          && bit.field() != null
          && bit.field().mask() != 0
          && bit.field().type() == FieldType.FT_BOOLEAN) {
        out.add(", ").add(bit.field().label());
        names++;
      }
    }
  }

  private static void field(FrameTree tree, Node node, Utf8 out) {
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
      boolean set = node.number() != 0;
      String said = field.mask() == 0 ? set ? "True" : "False" : set ? "Set" : "Not set";
      out.add(meaning != null ? meaning : said);
      return;
    }
    if (field.form() == FieldForm.FILETIME && isZero(tree, node)) {
      out.add("No time specified (0)");
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
    String name = isIdentifier(node) ? KnownNames.of(ValueText.of(node)) : null;
    if (name != null) {
      out.add(" (").add(name).put(')');
    }
    if (named) {
      out.put(')');
    } else if (field.type() == FieldType.FT_RELATIVE_TIME) {
      out.add(" seconds");
    }
  }

  private static boolean isZero(FrameTree tree, Node node) {
    if (node.length() != Long.BYTES || node.source() >= tree.sources().size()) {
      return false;
    }
    Bytes octets = tree.sources().get(node.source()).octets();
    return node.offset() + Long.BYTES <= octets.length()
        && octets.u32be(node.offset()) == 0
        && octets.u32be(node.offset() + Integer.BYTES) == 0;
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
