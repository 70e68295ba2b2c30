package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** The fields of {@code -e} in JSON: a list of the values of each that a frame has. */
final class ChosenFields {
  private final List<String> names;

  ChosenFields(List<String> names) {
    this.names = names.stream().distinct().toList();
  }

  /** One value a line. */
  void json(FrameTree tree, int depth, Utf8 out) {
    write(tree, name -> name, ": [", deeper -> JsonPrinter.indent(depth + deeper, out), out);
  }

  /** In one line; names with underscores for dots. */
  void ek(FrameTree tree, Utf8 out) {
    write(tree, name -> name.replace('.', '_'), ":[", deeper -> {}, out);
  }

  /**
   * @param line begins one, so much deeper
   */
  private void write(
      FrameTree tree, UnaryOperator<String> key, String list, IntConsumer line, Utf8 out) {
    String separator = "";
    for (String name : names) {
      List<String> values = values(tree, name);
      if (!values.isEmpty()) {
        out.add(separator);
        separator = ",";
        line.accept(0);
        JsonText.quoted(key.apply(name), out);
        out.add(list);
        for (int i = 0; i < values.size(); i++) {
          out.add(i == 0 ? "" : ",");
          line.accept(1);
          JsonText.quoted(values.get(i), out);
        }
        line.accept(0);
        out.put(']');
      }
    }
  }

  private static List<String> values(FrameTree tree, String name) {
    int index = Fields.named(name).index();
    List<String> values = new ArrayList<>();
    for (Node node : tree.nodes()) {
      if (node.field() != null && node.field().index() == index) {
        values.add(ValueText.of(node));
      }
    }
    return values;
  }
}
