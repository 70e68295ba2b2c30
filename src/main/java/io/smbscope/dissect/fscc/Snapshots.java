package io.smbscope.dissect.fscc;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.Values;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import io.smbscope.grammar.placed.FsccControl;

/** The earlier versions there are of a file: SRV_SNAPSHOT_ARRAY. [MS-SMB2] 2.2.32.2 */
final class Snapshots {
  private final Field name = Fields.named("smb2.ioctl.enumerate_snapshots.snapshot");
  private final Structure<FsccControl.Snapshots> head =
      Structure.of(FsccControl.Snapshots::new, FsccControl.Snapshots::_read);

  void show(FrameTree tree, Region region) {
    FsccControl.Snapshots array = head.show(tree, region);
    int at = array == null ? -1 : array._io().pos();
    for (long i = 0; at >= 0 && i < array.numberOfSnapShotsReturned(); i++) {
      at = name(tree, region, at);
    }
  }

  /** Where it ends; -1 when no zero does. */
  private int name(FrameTree tree, Region region, int at) {
    Bytes octets = region.octets();
    for (int end = at; region.has(end, 2); end += 2) {
      if (octets.u16le(end) == 0) {
        int length = end + 2 - at;
        tree.value(name, Values.utf16(octets.slice(at, length)), region.origin() + at, length);
        return end + 2;
      }
    }
    return -1;
  }
}
