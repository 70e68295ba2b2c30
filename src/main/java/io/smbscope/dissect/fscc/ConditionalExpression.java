package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.SecurityDescriptor.ConditionInteger;
import java.util.ArrayDeque;
import java.util.Deque;

/** The condition of a callback entry, as tokens in postfix order. [MS-DTYP] 2.4.4.17.4 */
final class ConditionalExpression {
  private static final int SIGNATURE = 0x78747261;
  private static final int LAST_INTEGER = 4;
  private static final int TEXT = 0x10;
  private static final int OCTETS = 0x18;
  private static final int COMPOSITE = 0x50;
  private static final int SID = 0x51;
  private static final int LOCAL_ATTRIBUTE = 0xF8;
  private static final int USER_ATTRIBUTE = 0xF9;
  private static final int RESOURCE_ATTRIBUTE = 0xFA;
  private static final int DEVICE_ATTRIBUTE = 0xFB;

  /** Composites in composites; none that means something has more. */
  private static final int DEEPEST = 32;

  private final Field above = Fields.named("nt.ace.cond");
  private final Field token = Fields.named("nt.ace.cond.token");
  private final Field[] integers = {
    Fields.named("nt.ace.cond.value_int8"),
    Fields.named("nt.ace.cond.value_int16"),
    Fields.named("nt.ace.cond.value_int32"),
    Fields.named("nt.ace.cond.value_int64")
  };
  private final Field text = Fields.named("nt.ace.cond.value_string");
  private final Field octets = Fields.named("nt.ace.cond.value_octet_string");
  private final Field local = Fields.named("nt.ace.cond.local_attr");
  private final Field user = Fields.named("nt.ace.cond.user_attr");
  private final Field resource = Fields.named("nt.ace.cond.resource_attr");
  private final Field device = Fields.named("nt.ace.cond.device_attr");
  private final Structure<ConditionInteger> integer =
      Structure.of(ConditionInteger::new, ConditionInteger::_read);
  private final SecurityIdentifier sid;

  ConditionalExpression(SecurityIdentifier sid) {
    this.sid = sid;
  }

  /** Whether it is none, or was there wholly. */
  boolean show(FrameTree tree, Region region) {
    if (!region.has(0, 4) || (int) region.octets().u32le(0) != SIGNATURE) {
      return true;
    }
    tree.open(above, null, region.origin(), region.length());
    int depth = tree.depth();
    boolean whole = tokens(tree, region);
    tree.depth(depth);
    tree.close();
    return whole;
  }

  private boolean tokens(FrameTree tree, Region region) {
    Deque<Integer> ends = new ArrayDeque<>();
    int at = 4;
    while (at >= 0 && at < region.length()) {
      while (!ends.isEmpty() && at >= ends.peek()) {
        ends.pop();
        tree.close();
      }
      if (!region.has(at, 1)) {
        return false;
      }
      int code = region.octets().u8(at);
      tree.number(token, code, region.origin() + at, 1);
      at++;
      if (code == COMPOSITE) {
        at = composite(tree, region, at, ends);
      } else {
        at = literal(tree, region, code, at);
      }
    }
    return at >= 0;
  }

  /** What is in it follows as tokens of their own. */
  private static int composite(FrameTree tree, Region region, int at, Deque<Integer> ends) {
    if (!region.has(at, 4)) {
      return -1;
    }
    long length = region.octets().u32le(at);
    if (length > region.length() - at - 4) {
      return region.length();
    }
    if (length > 0 && ends.size() < DEEPEST) {
      tree.open("Composite", region.origin() + at, (int) length + 4);
      ends.push(at + 4 + (int) length);
    }
    return at + 4;
  }

  /** Where it ends; -1 when it is not there wholly. */
  private int literal(FrameTree tree, Region region, int code, int at) {
    if (code >= 1 && code <= LAST_INTEGER) {
      if (!region.has(at, 8)) {
        return -1;
      }
      tree.number(
          integers[code - 1], signed(region.octets().u64le(at), code), region.origin() + at, 8);
      return integer.show(tree, region.from(at)) == null ? -1 : at + 10;
    }
    return switch (code) {
      case TEXT -> text(tree, region, text, at);
      case LOCAL_ATTRIBUTE -> text(tree, region, local, at);
      case USER_ATTRIBUTE -> text(tree, region, user, at);
      case RESOURCE_ATTRIBUTE -> text(tree, region, resource, at);
      case DEVICE_ATTRIBUTE -> text(tree, region, device, at);
      case OCTETS -> text(tree, region, octets, at);
      case SID -> sid.show(tree, region, at + 4L);
      default -> at;
    };
  }

  /** Eight octets stand there whatever the size; of a smaller one the low octets are the number. */
  private static long signed(long value, int code) {
    return switch (code) {
      case 1 -> (byte) value;
      case 2 -> (short) value;
      case 3 -> (int) value;
      default -> value;
    };
  }

  private int text(FrameTree tree, Region region, Field field, int at) {
    if (!region.has(at, 4)) {
      return -1;
    }
    long length = region.octets().u32le(at);
    if (!region.has(at + 4L, length)) {
      return -1;
    }
    var value = region.octets().slice(at + 4, (int) length);
    tree.value(
        field,
        field.equals(octets) ? value.copy() : Values.utf16(value),
        region.origin() + at + 4,
        (int) length);
    return at + 4 + (int) length;
  }
}
