package io.smbscope.dissect.smb1.trans;

import io.smbscope.dissect.fscc.SecurityIdentifier;
import io.smbscope.grammar.placed.FsccVolume;
import io.smbscope.grammar.placed.Smb1FileSystemInformation.Allocation;
import io.smbscope.grammar.placed.Smb1FileSystemInformation.Macintosh;
import io.smbscope.grammar.placed.Smb1FileSystemInformation.Volume;
import io.smbscope.grammar.placed.Smb1UnixExtensions;

/** Information levels of file systems. [MS-CIFS] 2.2.8.2, [MS-SMB] 2.2.2.3.6 */
final class FileSystemLevels {
  private static final int MOST_SIDS = 10_000;

  private final SecurityIdentifier sid = new SecurityIdentifier();

  private final Levels queries =
      new Levels()
          .put(Allocation::new, Allocation::_read, 1)
          .put(Volume::new, Volume::_read, 2)
          .put(FsccVolume.Label::new, FsccVolume.Label::_read, 0x101, 1002)
          .put(FsccVolume.Volume::new, FsccVolume.Volume::_read, 0x102, 1001)
          .put(FsccVolume.Size::new, FsccVolume.Size::_read, 0x103, 1003)
          .put(FsccVolume.Device::new, FsccVolume.Device::_read, 0x104, 1004)
          .with(FileSystemLevels::attribute, 0x105, 1005)
          .put(Smb1UnixExtensions.FsInfo::new, Smb1UnixExtensions.FsInfo::_read, 0x200)
          .with(this::whoami, 0x202)
          .put(Macintosh::new, Macintosh::_read, 0x301)
          .put(FsccVolume.Control::new, FsccVolume.Control::_read, 1006)
          .put(FsccVolume.FullSize::new, FsccVolume.FullSize::_read, 1007)
          .put(FsccVolume.ObjectId::new, FsccVolume.ObjectId::_read, 1008);

  /** Shows what is told. */
  void query(Part part, int level) {
    if (part.left() > 0) {
      queries.show(part, level);
    }
  }

  /** Its name is in Unicode, whatever form the message's text has. */
  private static void attribute(Part part) {
    part.next(true, FsccVolume.Attribute::new, FsccVolume.Attribute::_read);
  }

  private void whoami(Part part) {
    Smb1UnixExtensions.Whoami read =
        part.next(Smb1UnixExtensions.Whoami::new, Smb1UnixExtensions.Whoami::_read);
    if (read == null) {
      return;
    }
    for (long i = 0; i < read.numSids() && i < MOST_SIDS; i++) {
      int end = sid.show(part.tree(), part.region(), part.at());
      if (end < 0) {
        return;
      }
      part.moveTo(end);
    }
  }
}
