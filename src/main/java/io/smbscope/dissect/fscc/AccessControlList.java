package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.SecurityDescriptor.AceHeader;
import io.smbscope.grammar.placed.SecurityDescriptor.Acl;
import io.smbscope.grammar.placed.SecurityDescriptor.ObjectTypes;
import java.util.Set;

/** An access control list and its entries. [MS-DTYP] 2.4.5, 2.4.4 */
final class AccessControlList {
  private static final int HEADER = 8;
  private static final int ENTRY_HEADER = 4;
  private static final int MASK = 4;

  /** The last type of entry that has a mask and a SID. */
  private static final int LAST = 19;

  private static final int RESOURCE_ATTRIBUTE = 18;
  private static final Set<Integer> OBJECT = Set.of(5, 6, 7, 8, 11, 12, 15, 16);
  private static final Set<Integer> CONDITIONAL = Set.of(9, 10, 11, 12, 13, 15);

  private final Structure<Acl> acl = Structure.of(Acl::new, Acl::_read);
  private final Structure<AceHeader> header = Structure.of(AceHeader::new, AceHeader::_read);
  private final Structure<ObjectTypes> objectTypes =
      Structure.of(ObjectTypes::new, ObjectTypes::_read);
  private final AccessMask mask = new AccessMask();
  private final SecurityIdentifier sid;
  private final ResourceAttribute resourceAttribute;
  private final ConditionalExpression condition;

  AccessControlList(SecurityIdentifier sid) {
    this.sid = sid;
    this.resourceAttribute = new ResourceAttribute(sid);
    this.condition = new ConditionalExpression(sid);
  }

  /** Whether the list's own header was there. */
  boolean show(FrameTree tree, Region region, String name, ObjectType of) {
    tree.open("NT " + name + " ACL", region.origin(), region.length());
    Acl list = acl.show(tree, region);
    if (list != null && list.numAces() != null) {
      entries(tree, region.from(HEADER), list.numAces(), of);
    }
    tree.close();
    return list != null;
  }

  private void entries(FrameTree tree, Region region, long count, ObjectType of) {
    Region rest = region;
    for (long i = 0; i < count; i++) {
      int size = entry(tree, rest, of);
      if (size < ENTRY_HEADER) {
        return;
      }
      rest = rest.from(size);
    }
  }

  /** Its size; less than a header's when no other can be behind it. */
  private int entry(FrameTree tree, Region region, ObjectType of) {
    tree.open("NT ACE", region.origin(), Math.min(ENTRY_HEADER, region.length()));
    AceHeader entry = header.show(tree, region);
    boolean whole =
        entry != null
            && (entry.size() < ENTRY_HEADER
                || entry.type() > LAST
                || body(tree, region, entry, of));
    tree.close();
    return whole ? entry.size() : 0;
  }

  private boolean body(FrameTree tree, Region region, AceHeader entry, ObjectType of) {
    int at = ENTRY_HEADER + MASK;
    if (!mask.show(tree, region.from(ENTRY_HEADER), of)) {
      return false;
    }
    if (OBJECT.contains(entry.type())) {
      ObjectTypes object = objectTypes.show(tree, region.from(at));
      if (object == null) {
        return false;
      }
      at += object._io().pos();
    }
    int end = sid.show(tree, region, at);
    if (end < 0) {
      return false;
    }
    Region data = region.part(end, entry.size() - end & 0xFFFF);
    if (CONDITIONAL.contains(entry.type())) {
      return condition.show(tree, data);
    }
    return entry.type() != RESOURCE_ATTRIBUTE || resourceAttribute.show(tree, data);
  }
}
