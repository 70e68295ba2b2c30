package io.smbscope.dissect.print;

import io.smbscope.dissect.Node;
import java.util.ArrayList;
import java.util.List;

/** Which nodes of a frame stand below which. */
final class Subtrees {
  private Subtrees() {}

  /** The index behind the last node below the one at {@code index}. */
  static int end(List<Node> nodes, int index) {
    int end = index + 1;
    while (end < nodes.size() && nodes.get(end).depth() > nodes.get(index).depth()) {
      end++;
    }
    return end;
  }

  /** The indexes of those that no other between the two is above. */
  static List<Integer> roots(List<Node> nodes, int from, int to) {
    List<Integer> roots = new ArrayList<>();
    for (int i = from; i < to; i = Math.min(to, end(nodes, i))) {
      roots.add(i);
    }
    return roots;
  }
}
