package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.FsccControl;

/** What a reparse point holds. [MS-FSCC] 2.1.2 */
final class ReparsePoint {
  private static final long SYMBOLIC_LINK = 0xA000000CL;
  private static final long NFS = 0x80000014L;

  private final Above above = new Above("smb2.reparse_data_buffer");
  private final Structure<FsccControl.ReparseData> head =
      Structure.of(FsccControl.ReparseData::new, FsccControl.ReparseData::_read);
  private final Structure<FsccControl.SymbolicLink> symbolicLink =
      Structure.of(FsccControl.SymbolicLink::new, FsccControl.SymbolicLink::_read);
  private final Field unknown = Fields.named("smb2.unknown");

  /** REPARSE_DATA_BUFFER, also of a FileReparsePointInformation. */
  void show(FrameTree tree, Region region) {
    above.show(tree, region, () -> data(tree, region));
  }

  private boolean data(FrameTree tree, Region region) {
    FsccControl.ReparseData reparse = head.show(tree, region);
    if (reparse == null) {
      return false;
    }
    Region data = region.from(reparse._io().pos());
    if (reparse.reparseTag() == SYMBOLIC_LINK) {
      return symbolicLink.show(tree, data) != null;
    }
    if (reparse.reparseTag() == NFS) {
      var nfs = new FsccControl.Nfs(data.stream(), reparse.lenReparseData());
      return Grammar.show(tree, data, true, nfs, nfs::_read);
    }
    int length = reparse.lenReparseData();
    boolean whole = data.has(0, length);
    if (whole) {
      tree.value(unknown, data.octets().slice(0, length).copy(), data.origin(), length);
    }
    return whole;
  }
}
