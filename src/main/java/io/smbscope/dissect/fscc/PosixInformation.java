package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccDirectory;
import io.smbscope.grammar.placed.FsccFile;

/** FilePosixInformation, of a file and of a directory's entry. SMB3 POSIX Extensions 2.1.2 */
final class PosixInformation {
  private final Structure<FsccDirectory.PosixHead> head =
      Structure.of(FsccDirectory.PosixHead::new, FsccDirectory.PosixHead::_read);
  private final Structure<FsccFile.Posix> attributes =
      Structure.of(FsccFile.Posix::new, FsccFile.Posix::_read);
  private final Structure<FsccDirectory.PosixName> name =
      Structure.of(FsccDirectory.PosixName::new, FsccDirectory.PosixName::_read);
  private final SecurityIdentifier sid = new SecurityIdentifier();

  /** Where it ends; -1 when it is not there wholly. */
  int show(FrameTree tree, Region region) {
    FsccFile.Posix posix = attributes.show(tree, region);
    int owner = posix == null ? -1 : sid.show(tree, region, posix._io().pos());
    return owner < 0 ? -1 : sid.show(tree, region, owner);
  }

  /** Whether it is there wholly. */
  boolean entry(FrameTree tree, Region region) {
    FsccDirectory.PosixHead begin = head.show(tree, region);
    if (begin == null) {
      return false;
    }
    Region rest = region.from(begin._io().pos());
    int end = show(tree, rest);
    return end >= 0 && name.show(tree, rest.from(end)) != null;
  }
}
