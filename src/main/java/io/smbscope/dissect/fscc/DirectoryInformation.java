package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccDirectory;
import java.util.Map;

/** What SMB2 tells of the entries of a directory. [MS-FSCC] 2.4, [MS-SMB2] 2.2.33 */
public final class DirectoryInformation {
  private static final int LEAST = 4;
  private static final int POSIX = 100;

  /** Wireshark shows two of the classes under the name of another. */
  private final Map<Integer, Structure<?>> classes =
      Map.of(
          1,
          Structure.of(
              "smb2.find.file_directory_info",
              FsccDirectory.Directory::new,
              FsccDirectory.Directory::_read),
          2,
          Structure.of(
              "smb2.find.full_directory_info",
              FsccDirectory.FullDirectory::new,
              FsccDirectory.FullDirectory::_read),
          3,
          Structure.of(
              "smb2.find.both_directory_info",
              FsccDirectory.BothDirectory::new,
              FsccDirectory.BothDirectory::_read),
          12,
          Structure.of(
              "smb2.find.both_directory_info",
              FsccDirectory.Names::new,
              FsccDirectory.Names::_read),
          37,
          Structure.of(
              "smb2.find.id_both_directory_info",
              FsccDirectory.IdBothDirectory::new,
              FsccDirectory.IdBothDirectory::_read),
          38,
          Structure.of(
              "smb2.find.id_both_directory_info",
              FsccDirectory.IdFullDirectory::new,
              FsccDirectory.IdFullDirectory::_read));

  private final Above posixInfo = new Above("smb2.find.posix_info");
  private final PosixInformation posix = new PosixInformation();

  /** Shows the entries of an information class, when it is one. */
  public boolean dissect(Dissection dissection, Region region, int informationClass) {
    FrameTree tree = dissection.tree;
    if (informationClass == POSIX) {
      Chain.walk(region, LEAST, entry -> posix(tree, entry));
      return true;
    }
    Structure<?> structure = classes.get(informationClass);
    if (structure != null) {
      Chain.walk(region, LEAST, entry -> structure.show(tree, entry) != null);
    }
    return structure != null;
  }

  private boolean posix(FrameTree tree, Region entry) {
    return posixInfo.show(tree, entry, () -> posix.entry(tree, entry));
  }
}
