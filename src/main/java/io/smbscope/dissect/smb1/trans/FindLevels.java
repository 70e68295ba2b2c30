package io.smbscope.dissect.smb1.trans;

import io.kaitai.struct.KaitaiStream;
import io.kaitai.struct.KaitaiStruct;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.Smb1DirectoryInformation;
import io.smbscope.grammar.placed.Smb1DirectoryInformation.BothDirectory;
import io.smbscope.grammar.placed.Smb1DirectoryInformation.Directory;
import io.smbscope.grammar.placed.Smb1DirectoryInformation.FullDirectory;
import io.smbscope.grammar.placed.Smb1DirectoryInformation.IdBothDirectory;
import io.smbscope.grammar.placed.Smb1DirectoryInformation.IdFullDirectory;
import io.smbscope.grammar.placed.Smb1DirectoryInformation.Names;
import io.smbscope.grammar.placed.Smb1DirectoryInformation.QueryEaSize;
import io.smbscope.grammar.placed.Smb1UnixExtensions;
import java.util.function.Consumer;
import java.util.function.Function;

/** Entries of listings. [MS-CIFS] 2.2.8.1, [MS-SMB] 2.2.8.1 */
final class FindLevels {
  private static final int UNIX = 0x202;
  private static final int UNIX_INFO2 = 0x20B;

  private final Levels chained =
      new Levels()
          .put(Directory::new, Directory::_read, 0x101)
          .put(FullDirectory::new, FullDirectory::_read, 0x102)
          .put(Names::new, Names::_read, 0x103)
          .put(BothDirectory::new, BothDirectory::_read, 0x104)
          .put(IdFullDirectory::new, IdFullDirectory::_read, 0x105)
          .put(IdBothDirectory::new, IdBothDirectory::_read, 0x106);

  /** Shows entries, as many as there are. */
  void show(Part part, int level, boolean resumeKeys, int count) {
    for (int i = 0; i < count && part.left() > 0 && !part.isCut(); i++) {
      Region rest = part.rest();
      part.tree().open("Entry", rest.origin(), rest.length());
      boolean known = entry(part, level, resumeKeys);
      part.tree().close();
      if (!known) {
        return;
      }
    }
  }

  private boolean entry(Part part, int level, boolean resumeKeys) {
    boolean unicode = part.command().unicode();
    switch (level) {
      case 1 ->
          show(
              part,
              stream -> new Smb1DirectoryInformation.Standard(stream, resumeKeys, unicode),
              Smb1DirectoryInformation.Standard::_read);
      case 2 -> show(part, stream -> new QueryEaSize(stream, resumeKeys), QueryEaSize::_read);
      case 3 ->
          show(
              part,
              stream -> new Smb1DirectoryInformation.QueryEasFromList(stream, resumeKeys, unicode),
              Smb1DirectoryInformation.QueryEasFromList::_read);
      case UNIX -> {
        part.text(Smb1UnixExtensions.Find::new, Smb1UnixExtensions.Find::_read);
        align(part);
      }
      case UNIX_INFO2 -> {
        show(part, Smb1UnixExtensions.FindInfo2::new, Smb1UnixExtensions.FindInfo2::_read);
        align(part);
      }
      default -> {
        return chained(part, level);
      }
    }
    return true;
  }

  private boolean chained(Part part, int level) {
    int begin = part.at();
    long next = part.rest().has(0, 4) ? part.rest().octets().u32le(0) : 0;
    if (next > part.left()) {
      part.cut();
      return false;
    }
    boolean known = chained.show(part, level);
    if (known && !part.isCut() && next != 0) {
      part.moveTo((int) Math.min(begin + next, part.region().length()));
    }
    return known;
  }

  private static <T extends KaitaiStruct.ReadOnly> void show(
      Part part, Function<KaitaiStream, T> make, Consumer<T> read) {
    part.next(make, read);
  }

  private static void align(Part part) {
    part.moveTo(Math.min((part.at() + 3) & ~3, part.region().length()));
  }
}
