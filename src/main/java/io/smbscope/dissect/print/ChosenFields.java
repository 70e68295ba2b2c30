package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.Fields;
import java.util.ArrayList;
import java.util.List;

/** The fields of {@code -e} in JSON: a list of the values of each that a frame has. */
final class ChosenFields {
  private final List<String> names;

  ChosenFields(List<String> names) {
    this.names = names.stream().distinct().toList();
  }

  /** One value a line. */
  void json(FrameTree tree, int depth, Utf8 out) {
    String separator = "";
    for (String name : names) {
      List<String> values = values(tree, name);
      if (!values.isEmpty()) {
        out.add(separator);
        separator = ",";
        JsonPrinter.indent(depth, out);
        JsonText.quoted(name, out);
        out.add(": [");
        for (int i = 0; i < values.size(); i++) {
          out.add(i == 0 ? "" : ",");
          JsonPrinter.indent(depth + 1, out);
          JsonText.quoted(values.get(i), out);
        }
        JsonPrinter.indent(depth, out);
        out.put(']');
      }
    }
  }

  /** In one line; names with underscores for dots. */
  void ek(FrameTree tree, Utf8 out) {
    String separator = "";
    for (String name : names) {
      List<String> values = values(tree, name);
      if (!values.isEmpty()) {
        out.add(separator);
        separator = ",";
        JsonText.quoted(name.replace('.', '_'), out);
        out.add(":[");
        for (int i = 0; i < values.size(); i++) {
          out.add(i == 0 ? "" : ",");
          JsonText.quoted(values.get(i), out);
        }
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
