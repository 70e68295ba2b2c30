package io.smbscope.dissect.auth;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Walk;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/** A list of AV pairs, of a challenge or of a response to one. [MS-NLMP] 2.2.2.1 */
final class NtlmAvPairs {
  private static final int HEADER = 4;
  private static final int END = 0;
  private static final int FLAGS = 6;
  private static final int TIMESTAMP = 7;
  private static final String[] NAMES = {
    "",
    "nb_computer_name",
    "nb_domain_name",
    "dns_computer_name",
    "dns_domain_name",
    "dns_tree_name",
    "flags",
    "timestamp",
    "restrictions",
    "target_name",
    "channel_bindings"
  };

  private final Field type;
  private final Field length;
  private final Field[] values = new Field[NAMES.length];

  /**
   * @param prefix of the names of the list's fields
   */
  NtlmAvPairs(String prefix) {
    type = Fields.named(prefix + ".item.type");
    length = Fields.named(prefix + ".item.length");
    for (int i = 1; i < NAMES.length; i++) {
      values[i] = Fields.named(prefix + "." + NAMES[i]);
    }
  }

  /** Shows the list, and returns the octets it takes; all there are when it is malformed. */
  int show(Walk walk) {
    FrameTree tree = walk.tree();
    int id = -1;
    while (id != END && walk.left() >= HEADER) {
      id = (int) walk.peek(0, Short.BYTES);
      int octets = (int) walk.peek(Short.BYTES, Short.BYTES);
      if (walk.left() < HEADER + octets) {
        tree.say("[Malformed: AV pairs]", walk.place(), walk.left());
        return walk.region().length();
      }
      tree.open("Attribute", walk.place(), HEADER + octets);
      walk.show(type, Short.BYTES);
      walk.show(length, Short.BYTES);
      int next = walk.at() + octets;
      value(walk, id, octets);
      walk.to(next);
      tree.close();
    }
    return walk.at();
  }

  private void value(Walk walk, int id, int octets) {
    if (id <= END || id >= values.length || octets == 0) {
      return;
    }
    if (id == FLAGS) {
      walk.show(values[id], Math.min(octets, Integer.BYTES));
    } else if (id == TIMESTAMP) {
      walk.show(values[id], Long.BYTES);
    } else {
      walk.show(values[id], octets);
    }
  }
}
