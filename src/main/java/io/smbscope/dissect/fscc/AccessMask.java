package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.SecurityDescriptor;

/** The rights that an entry is about. [MS-DTYP] 2.4.3 */
final class AccessMask {
  private static final int SIZE = 4;
  private static final int FULL_CONTROL = 0x1FF;

  private final Structure<SecurityDescriptor.AccessMask> any =
      Structure.of(SecurityDescriptor.AccessMask::new, SecurityDescriptor.AccessMask::_read);
  private final Structure<SecurityDescriptor.FileAccessMask> ofFile =
      Structure.of(
          SecurityDescriptor.FileAccessMask::new, SecurityDescriptor.FileAccessMask::_read);
  private final Structure<SecurityDescriptor.FileFullControl> allOfFile =
      Structure.of(
          SecurityDescriptor.FileFullControl::new, SecurityDescriptor.FileFullControl::_read);
  private final Structure<SecurityDescriptor.DirectoryAccessMask> ofDirectory =
      Structure.of(
          SecurityDescriptor.DirectoryAccessMask::new,
          SecurityDescriptor.DirectoryAccessMask::_read);
  private final Structure<SecurityDescriptor.DirectoryFullControl> allOfDirectory =
      Structure.of(
          SecurityDescriptor.DirectoryFullControl::new,
          SecurityDescriptor.DirectoryFullControl::_read);

  /** Whether it is there. */
  boolean show(FrameTree tree, Region region, ObjectType of) {
    if (!region.has(0, SIZE)) {
      return false;
    }
    boolean all = (region.octets().u32le(0) & FULL_CONTROL) == FULL_CONTROL;
    switch (of) {
      case FILE -> ofFile.show(tree, region);
      case DIRECTORY -> ofDirectory.show(tree, region);
      case UNKNOWN -> any.show(tree, region);
    }
    if (all && of == ObjectType.FILE) {
      allOfFile.show(tree, region);
    } else if (all && of == ObjectType.DIRECTORY) {
      allOfDirectory.show(tree, region);
    }
    return true;
  }
}
