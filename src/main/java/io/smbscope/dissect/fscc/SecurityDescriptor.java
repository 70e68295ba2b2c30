package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.Dissector;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;

/** A security descriptor: owner, group and access control lists. [MS-DTYP] 2.4.6 */
public final class SecurityDescriptor implements Dissector {
  private static final int HEADER = 20;

  private final Structure<io.smbscope.grammar.placed.SecurityDescriptor> header =
      Structure.of(
          io.smbscope.grammar.placed.SecurityDescriptor::new,
          io.smbscope.grammar.placed.SecurityDescriptor::_read);
  private final SecurityIdentifier sid = new SecurityIdentifier();
  private final AccessControlList acl = new AccessControlList(sid);

  @Override
  public void dissect(Dissection dissection, Region region) {
    dissect(dissection, region, ObjectType.UNKNOWN);
  }

  public void dissect(Dissection dissection, Region region, ObjectType of) {
    show(dissection.tree, region, of);
  }

  /** Whether it was there wholly. */
  public boolean show(FrameTree tree, Region region, ObjectType of) {
    tree.open("NT Security Descriptor", region.origin(), region.length());
    var descriptor = header.show(tree, region);
    boolean whole =
        descriptor != null && (descriptor.revision() != 1 || parts(tree, region, descriptor, of));
    tree.close();
    return whole;
  }

  /** Up to the first that points out of the descriptor. */
  private boolean parts(
      FrameTree tree,
      Region region,
      io.smbscope.grammar.placed.SecurityDescriptor descriptor,
      ObjectType of) {
    boolean whole =
        owner(tree, region, descriptor.ofsOwner())
            && owner(tree, region, descriptor.ofsGroup())
            && acl(tree, region, descriptor.ofsSacl(), "System (SACL)", of)
            && acl(tree, region, descriptor.ofsDacl(), "User (DACL)", of);
    if (!whole) {
      tree.say("[Malformed: security descriptor]", region.origin(), region.length());
    }
    return whole;
  }

  private boolean owner(FrameTree tree, Region region, long offset) {
    if (stands(offset) && region.has(offset, 0)) {
      sid.show(tree, region, offset);
    }
    return !stands(offset) || region.has(offset, 0);
  }

  private boolean acl(FrameTree tree, Region region, long offset, String name, ObjectType of) {
    return !stands(offset)
        || (region.has(offset, 0) && acl.show(tree, region.from((int) offset), name, of));
  }

  /** An offset into the header is none. */
  private static boolean stands(long offset) {
    return offset >= HEADER;
  }
}
