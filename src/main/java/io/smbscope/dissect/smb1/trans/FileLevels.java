package io.smbscope.dissect.smb1.trans;

import io.smbscope.grammar.placed.FsccFile;
import io.smbscope.grammar.placed.FsccFile.Alignment;
import io.smbscope.grammar.placed.FsccFile.Allocation;
import io.smbscope.grammar.placed.FsccFile.AttributeTag;
import io.smbscope.grammar.placed.FsccFile.Compression;
import io.smbscope.grammar.placed.FsccFile.Ea;
import io.smbscope.grammar.placed.FsccFile.EndOfFile;
import io.smbscope.grammar.placed.FsccFile.Internal;
import io.smbscope.grammar.placed.FsccFile.Mode;
import io.smbscope.grammar.placed.FsccFile.Name;
import io.smbscope.grammar.placed.FsccFile.NetworkOpen;
import io.smbscope.grammar.placed.FsccFile.Position;
import io.smbscope.grammar.placed.FsccFile.Standard;
import io.smbscope.grammar.placed.Smb1ExtendedAttributes;
import io.smbscope.grammar.placed.Smb1FileInformation.All;
import io.smbscope.grammar.placed.Smb1FileInformation.Basic;
import io.smbscope.grammar.placed.Smb1FileInformation.IsNameValid;
import io.smbscope.grammar.placed.Smb1FileInformation.PassThroughDisposition;
import io.smbscope.grammar.placed.Smb1FileInformation.Pipe;
import io.smbscope.grammar.placed.Smb1FileInformation.Rename;
import io.smbscope.grammar.placed.Smb1FileInformation.SetDisposition;
import io.smbscope.grammar.placed.Smb1FileInformation.StandardDos;
import io.smbscope.grammar.placed.Smb1UnixExtensions;

/** Information levels of files. [MS-CIFS] 2.2.8.3, 2.2.8.4, [MS-SMB] 2.2.2.3.5 */
final class FileLevels {
  private static final int MOST_STREAMS = 10_000;

  private final Levels queries =
      both()
          .put(StandardDos::new, StandardDos::_read, 2)
          .put(Smb1ExtendedAttributes.FeaList::new, Smb1ExtendedAttributes.FeaList::_read, 3)
          .text(IsNameValid::new, IsNameValid::_read, 6)
          .put(Standard::new, Standard::_read, 0x102, 1005)
          .put(Internal::new, Internal::_read, 1006)
          .put(Ea::new, Ea::_read, 0x103, 1007)
          .put(Name::new, Name::_read, 0x104, 1009, 0x108, 1021)
          .put(Alignment::new, Alignment::_read, 1017)
          .put(All::new, All::_read, 0x107, 1018)
          .put(Allocation::new, Allocation::_read, 1019)
          .put(EndOfFile::new, EndOfFile::_read, 1020)
          .with(part -> streams(part, part.command().unicode()), 0x109)
          .with(part -> streams(part, true), 1022)
          .put(Compression::new, Compression::_read, 0x10B, 1028)
          .put(NetworkOpen::new, NetworkOpen::_read, 1034)
          .put(AttributeTag::new, AttributeTag::_read, 1035)
          .opaque(0x202, 0x205, 0x206, 0x207, 0x208);

  private final Levels sets =
      both()
          .put(Smb1ExtendedAttributes.FeaList::new, Smb1ExtendedAttributes.FeaList::_read, 2)
          .put(SetDisposition::new, SetDisposition::_read, 0x102)
          .put(Allocation::new, Allocation::_read, 0x103, 1019)
          .put(EndOfFile::new, EndOfFile::_read, 0x104, 1020)
          .text(Smb1UnixExtensions.Link::new, Smb1UnixExtensions.Link::_read, 0x202)
          .put(Rename::new, Rename::_read, 1010)
          .put(PassThroughDisposition::new, PassThroughDisposition::_read, 1013)
          .put(Pipe::new, Pipe::_read, 1023)
          .opaque(0x205, 0x206, 0x208, 0x209, 0x20A);

  /** Levels that are set as they are queried. */
  private static Levels both() {
    return new Levels()
        .put(StandardDos::new, StandardDos::_read, 1)
        .put(Smb1ExtendedAttributes.FeaList::new, Smb1ExtendedAttributes.FeaList::_read, 4)
        .put(Basic::new, Basic::_read, 0x101, 1004)
        .put(Position::new, Position::_read, 1014)
        .put(Mode::new, Mode::_read, 1016)
        .put(Smb1UnixExtensions.Basic::new, Smb1UnixExtensions.Basic::_read, 0x200)
        .text(Smb1UnixExtensions.Link::new, Smb1UnixExtensions.Link::_read, 0x201)
        .put(Smb1UnixExtensions.Acl::new, Smb1UnixExtensions.Acl::_read, 0x204)
        .put(Smb1UnixExtensions.Info2::new, Smb1UnixExtensions.Info2::_read, 0x20B);
  }

  /** Shows what is told. */
  void query(Part part, int level) {
    show(queries, part, level);
  }

  /** Shows what is set. */
  void set(Part part, int level) {
    show(sets, part, level);
  }

  private static void show(Levels levels, Part part, int level) {
    if (part.left() > 0 && !levels.show(part, level)) {
      part.end();
    }
  }

  private static void streams(Part part, boolean unicode) {
    for (int i = 0; i < MOST_STREAMS && part.left() > 0; i++) {
      int begin = part.at();
      FsccFile.Stream stream = part.next(unicode, FsccFile.Stream::new, FsccFile.Stream::_read);
      if (stream == null || stream.nextEntryOffset() == 0) {
        return;
      }
      part.moveTo((int) Math.min(begin + stream.nextEntryOffset(), part.region().length()));
    }
  }
}
