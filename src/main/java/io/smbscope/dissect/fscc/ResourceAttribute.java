package io.smbscope.dissect.fscc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.SecurityDescriptor;

/** What a resource attribute entry tells of a file: a name and values. [MS-DTYP] 2.4.4.15 */
final class ResourceAttribute {
  private static final int HEADER = 16;
  private static final int INT64 = 1;
  private static final int UINT64 = 2;
  private static final int STRING = 3;
  private static final int SID = 5;
  private static final int BOOLEAN = 6;
  private static final int OCTETS = 0x10;

  private final Field above = Fields.named("nt.ace.sra");
  private final Field name = Fields.named("nt.ace.sra.name");
  private final Field offset = Fields.named("nt.ace.sra.name_offset");
  private final Field signed = Fields.named("nt.ace.sra.value_int64");
  private final Field unsigned = Fields.named("nt.ace.sra.value_uint64");
  private final Field truth = Fields.named("nt.ace.sra.value_boolean");
  private final Field text = Fields.named("nt.ace.sra.value_string");
  private final Field identifier = Fields.named("nt.ace.sra.value_sid");
  private final Field octets = Fields.named("nt.ace.sra.value_octet_string");

  private final Structure<SecurityDescriptor.ResourceAttribute> header =
      Structure.of(
          SecurityDescriptor.ResourceAttribute::new, SecurityDescriptor.ResourceAttribute::_read);
  private final SecurityIdentifier sid;

  ResourceAttribute(SecurityIdentifier sid) {
    this.sid = sid;
  }

  /** Whether it was there wholly. */
  boolean show(FrameTree tree, Region region) {
    tree.open(above, null, region.origin(), region.length());
    boolean whole = attribute(tree, region);
    tree.close();
    return whole;
  }

  private boolean attribute(FrameTree tree, Region region) {
    var attribute = header.show(tree, region);
    if (attribute == null || !string(tree, region, name, attribute.ofsName())) {
      return false;
    }
    for (long i = 0; i < attribute.numValues(); i++) {
      long at = HEADER + 4 * i;
      if (!region.has(at, 4)) {
        return false;
      }
      long value = region.octets().u32le((int) at);
      tree.number(offset, value, region.origin() + (int) at, 4);
      if (!value(tree, region, attribute.valueType(), value)) {
        return false;
      }
    }
    return true;
  }

  private boolean value(FrameTree tree, Region region, int type, long at) {
    return switch (type) {
      case INT64 -> number(tree, region, signed, at);
      case UINT64 -> number(tree, region, unsigned, at);
      case BOOLEAN -> number(tree, region, truth, at);
      case STRING -> string(tree, region, text, at);
      case SID -> sid.show(tree, region, at, identifier) >= 0;
      case OCTETS -> octets(tree, region, at);
      default -> true;
    };
  }

  private static boolean number(FrameTree tree, Region region, Field field, long at) {
    if (!region.has(at, 8)) {
      return false;
    }
    tree.number(field, region.octets().u64le((int) at), region.origin() + (int) at, 8);
    return true;
  }

  /** Up to its zero. */
  private static boolean string(FrameTree tree, Region region, Field field, long at) {
    if (!region.has(at, 2)) {
      return false;
    }
    Bytes octets = region.octets();
    int end = (int) at;
    while (octets.u16le(end) != 0) {
      end += 2;
      if (!region.has(end, 2)) {
        return false;
      }
    }
    int length = end + 2 - (int) at;
    tree.value(
        field, Values.utf16(octets.slice((int) at, length)), region.origin() + (int) at, length);
    return true;
  }

  private boolean octets(FrameTree tree, Region region, long at) {
    if (!region.has(at, 4)) {
      return false;
    }
    long length = region.octets().u32le((int) at);
    if (!region.has(at + 4, length)) {
      return false;
    }
    int from = (int) at + 4;
    tree.value(
        octets,
        region.octets().slice(from, (int) length).copy(),
        region.origin() + from,
        (int) length);
    return true;
  }
}
