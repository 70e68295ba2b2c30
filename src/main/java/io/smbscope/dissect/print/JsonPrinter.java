package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.FieldType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An array of an object a frame, as {@code tshark -T json} prints it: a key comes as often as its
 * field.
 */
public final class JsonPrinter implements FramePrinter {
  private static final int LAYERS = 4;

  /** Null for all fields. */
  private final ChosenFields chosen;

  private boolean first = true;

  /**
   * @param fields of {@code -e}; none for the whole tree
   */
  public JsonPrinter(List<String> fields) {
    this.chosen = fields.isEmpty() ? null : new ChosenFields(fields);
  }

  @Override
  public void begin(Utf8 out) {
    out.put('[');
  }

  @Override
  public void frame(FrameTree tree, Utf8 out) {
    out.add(first ? "\n" : ",\n");
    first = false;
    String date =
        Instant.ofEpochSecond(0, tree.nanos()).atOffset(ZoneOffset.UTC).toLocalDate().toString();
    out.add("  {\n    \"_index\": \"packets-").add(date).add("\",\n    \"_type\": \"doc\",\n");
    out.add("    \"_score\": null,\n    \"_source\": {\n      \"layers\": {");
    if (chosen == null) {
      children(tree.nodes(), 0, tree.nodes().size(), LAYERS, out);
    } else {
      chosen.json(tree, LAYERS, out);
    }
    indent(LAYERS - 1, out);
    out.add("}\n    }\n  }");
  }

  @Override
  public void end(Utf8 out) {
    out.add("\n]\n");
  }

  private static void children(List<Node> nodes, int from, int to, int depth, Utf8 out) {
    String separator = "";
    for (int i = from; i < to; ) {
      int end = Math.min(to, Subtrees.end(nodes, i));
      out.add(separator);
      separator = ",";
      node(nodes, i, end, depth, out);
      i = end;
    }
  }

  private static void node(List<Node> nodes, int index, int end, int depth, Utf8 out) {
    Node node = nodes.get(index);
    boolean above = index + 1 < end;
    boolean bare =
        node.field() == null
            || node.field().type() == FieldType.FT_PROTOCOL
            || node.field().type() == FieldType.FT_NONE;
    String key = node.field() == null ? node.text() : node.field().name();
    if (!bare || !above) {
      indent(depth, out);
      JsonText.quoted(key, out);
      out.add(": ");
      JsonText.quoted(bare ? "" : JsonText.value(node), out);
      if (!above) {
        return;
      }
      out.put(',');
      key += "_tree";
    }
    indent(depth, out);
    JsonText.quoted(key, out);
    out.add(": {");
    children(nodes, index + 1, end, depth + 1, out);
    indent(depth, out);
    out.put('}');
  }

  static void indent(int depth, Utf8 out) {
    out.put('\n');
    for (int i = 0; i < depth; i++) {
      out.add("  ");
    }
  }
}
