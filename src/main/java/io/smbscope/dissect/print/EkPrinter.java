package io.smbscope.dissect.print;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Node;
import io.smbscope.dissect.field.FieldType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two lines a frame for Elasticsearch's bulk interface, as {@code tshark -T ek} prints them: fields
 * of a protocol without nesting, those of one name that stand beside each other as a list.
 */
public final class EkPrinter implements FramePrinter {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Null for all fields. */
  private final ChosenFields chosen;

  /**
   * @param fields of {@code -e}; none for the whole tree
   */
  public EkPrinter(List<String> fields) {
    this.chosen = fields.isEmpty() ? null : new ChosenFields(fields);
  }

  @Override
  public void frame(FrameTree tree, Utf8 out) {
    String date =
        Instant.ofEpochSecond(0, tree.nanos()).atOffset(ZoneOffset.UTC).toLocalDate().toString();
    out.add("{\"index\":{\"_index\":\"packets-").add(date).add("\",\"_type\":\"doc\"}}\n");
    out.add("{\"timestamp\":\"").add(Long.toString(Math.floorDiv(tree.nanos(), NANOS_PER_MILLI)));
    out.add("\",\"layers\":{");
    if (chosen == null) {
      List<Node> nodes = tree.nodes();
      members(nodes, Subtrees.roots(nodes, 0, nodes.size()), "", out);
    } else {
      chosen.ek(tree, out);
    }
    out.add("}}\n");
  }

  /** Members of an object; returns what stands before the next. */
  private static String members(List<Node> nodes, List<Integer> level, String separator, Utf8 out) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int index : level) {
      groups.computeIfAbsent(key(nodes.get(index)), k -> new ArrayList<>()).add(index);
    }
    String next = separator;
    for (Map.Entry<String, List<Integer>> group : groups.entrySet()) {
      List<Integer> members = group.getValue();
      boolean protocol = isProtocol(nodes.get(members.get(0)));
      out.add(next);
      next = ",";
      JsonText.quoted(group.getKey(), out);
      out.put(':').add(members.size() > 1 ? "[" : "");
      List<Integer> below = new ArrayList<>();
      for (int i = 0; i < members.size(); i++) {
        int index = members.get(i);
        List<Integer> children = Subtrees.roots(nodes, index + 1, Subtrees.end(nodes, index));
        out.add(i > 0 ? "," : "");
        if (protocol) {
          out.put('{');
          members(nodes, children, "", out);
          out.put('}');
        } else {
          value(nodes.get(index), out);
          below.addAll(children);
        }
      }
      out.add(members.size() > 1 ? "]" : "");
      next = members(nodes, below, next, out);
    }
    return next;
  }

  private static boolean isProtocol(Node node) {
    return node.field() != null && node.field().type() == FieldType.FT_PROTOCOL;
  }

  /** The protocol's name stands before the field's. */
  private static String key(Node node) {
    if (node.field() == null) {
      return "text";
    }
    String name = node.field().name();
    if (isProtocol(node)) {
      return name.replace('.', '_');
    }
    int dot = name.indexOf('.');
    return (name.substring(0, dot < 0 ? name.length() : dot) + "_" + name).replace('.', '_');
  }

  private static void value(Node node, Utf8 out) {
    if (node.field() == null) {
      JsonText.quoted(node.text(), out);
      return;
    }
    switch (node.field().type()) {
      case FT_BOOLEAN -> out.add(node.number() == 0 ? "false" : "true");
      case FT_NONE -> out.add("null");
      case FT_ABSOLUTE_TIME ->
          JsonText.quoted(node.value() instanceof Instant time ? JsonText.isoTime(time) : "", out);
      default -> JsonText.quoted(JsonText.value(node), out);
    }
  }
}
