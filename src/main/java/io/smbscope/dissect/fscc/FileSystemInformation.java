package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccVolume;
import java.util.Map;

/** What is asked and told of a file system. [MS-FSCC] 2.5 */
public final class FileSystemInformation {
  private static final int OBJECT_ID = 8;

  /** What SMB2 has above each. */
  private final Map<Integer, Above> above =
      Map.of(
          1,
          new Above("smb2.fs_volume_info"),
          3,
          new Above("smb2.fs_size_info"),
          4,
          new Above("smb2.fs_device_info"),
          5,
          new Above("smb2.fs_attribute_info"),
          6,
          new Above("smb2.fs_control_info"),
          7,
          new Above("smb2.fs_full_size_info"),
          OBJECT_ID,
          new Above("smb2.fs_objectid_info"));

  private final Map<Integer, Structure<?>> classes =
      Map.of(
          1,
          Structure.of(FsccVolume.Volume::new, FsccVolume.Volume::_read),
          3,
          Structure.of(FsccVolume.Size::new, FsccVolume.Size::_read),
          4,
          Structure.of(FsccVolume.Device::new, FsccVolume.Device::_read),
          5,
          Structure.of(FsccVolume.Attribute::new, FsccVolume.Attribute::_read),
          6,
          Structure.of(FsccVolume.Control::new, FsccVolume.Control::_read),
          7,
          Structure.of(FsccVolume.FullSize::new, FsccVolume.FullSize::_read),
          OBJECT_ID,
          Structure.of(
              "smb2.FILE_OBJECTID_BUFFER", FsccVolume.ObjectId::new, FsccVolume.ObjectId::_read));

  /** Shows the structure of an information class of SMB2, when it is one. */
  public Shown show(FrameTree tree, Region region, int informationClass) {
    Above name = above.get(informationClass);
    if (name == null) {
      return Shown.NOT;
    }
    Structure<?> structure = classes.get(informationClass);
    return Shown.of(name.show(tree, region, () -> structure.show(tree, region) != null));
  }
}
