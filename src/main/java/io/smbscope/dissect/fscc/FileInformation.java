package io.smbscope.dissect.fscc;

import io.smbscope.dissect.Dissection;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccFile;
import java.util.HashMap;
import java.util.Map;

/** What SMB2 asks and tells of a file. [MS-FSCC] 2.4 */
public final class FileInformation {
  private static final int FULL_EA = 15;
  private static final int STREAM = 22;
  private static final int POSIX = 100;

  private final Map<Integer, Structure<?>> classes = new HashMap<>();
  private final Structure<FsccFile.Stream> stream =
      Structure.of(FsccFile.Stream::new, FsccFile.Stream::_read);
  private final Structure<FsccFile.FullEa> ea =
      Structure.of(FsccFile.FullEa::new, FsccFile.FullEa::_read);
  private final Above streams = new Above("smb2.file_stream_info");
  private final Above eas = new Above("smb2.file_full_ea_info");
  private final PosixInformation posix = new PosixInformation();

  public FileInformation() {
    classes.put(
        4, Structure.of("smb2.file_basic_info", FsccFile.Basic::new, FsccFile.Basic::_read));
    classes.put(
        5,
        Structure.of("smb2.file_standard_info", FsccFile.Standard::new, FsccFile.Standard::_read));
    classes.put(
        6,
        Structure.of("smb2.file_internal_info", FsccFile.Internal::new, FsccFile.Internal::_read));
    classes.put(7, Structure.of("smb2.file_ea_info", FsccFile.Ea::new, FsccFile.Ea::_read));
    classes.put(
        8, Structure.of("smb2.file_access_info", FsccFile.Access::new, FsccFile.Access::_read));
    classes.put(
        10, Structure.of("smb2.file_rename_info", FsccFile.Rename::new, FsccFile.Rename::_read));
    classes.put(
        13,
        Structure.of(
            "smb2.file_disposition_info", FsccFile.Disposition::new, FsccFile.Disposition::_read));
    classes.put(
        14,
        Structure.of("smb2.file_position_info", FsccFile.Position::new, FsccFile.Position::_read));
    classes.put(16, Structure.of("smb2.file_mode_info", FsccFile.Mode::new, FsccFile.Mode::_read));
    classes.put(
        17,
        Structure.of(
            "smb2.file_alignment_info", FsccFile.Alignment::new, FsccFile.Alignment::_read));
    classes.put(18, Structure.of("smb2.file_all_info", FsccFile.All::new, FsccFile.All::_read));
    classes.put(
        19,
        Structure.of(
            "smb2.file_allocation_info", FsccFile.Allocation::new, FsccFile.Allocation::_read));
    classes.put(
        20,
        Structure.of(
            "smb2.file_endoffile_info", FsccFile.EndOfFile::new, FsccFile.EndOfFile::_read));
    classes.put(
        21,
        Structure.of("smb2.file_alternate_name_info", FsccFile.Name::new, FsccFile.Name::_read));
    classes.put(23, Structure.of("smb2.file_pipe_info", FsccFile.Pipe::new, FsccFile.Pipe::_read));
    classes.put(
        28,
        Structure.of(
            "smb2.file_compression_info", FsccFile.Compression::new, FsccFile.Compression::_read));
    classes.put(
        34,
        Structure.of(
            "smb2.file_network_open_info", FsccFile.NetworkOpen::new, FsccFile.NetworkOpen::_read));
    classes.put(
        35,
        Structure.of(
            "smb2.file_attribute_tag_info",
            FsccFile.AttributeTag::new,
            FsccFile.AttributeTag::_read));
    classes.put(
        48,
        Structure.of("smb2.file_normalized_name_info", FsccFile.Name::new, FsccFile.Name::_read));
  }

  /** Shows the structure of an information class, when it is one. */
  public boolean dissect(Dissection dissection, Region region, int informationClass) {
    return show(dissection.tree, region, informationClass) != Shown.NOT;
  }

  /** Shows the structure of an information class, when it is one. */
  public Shown show(FrameTree tree, Region region, int informationClass) {
    return switch (informationClass) {
      case FULL_EA -> Shown.of(extendedAttributes(tree, region));
      case STREAM ->
          Shown.of(
              streams.show(
                  tree,
                  region,
                  () -> Chain.walk(region, 0, one -> stream.show(tree, one) != null)));
      case POSIX -> Shown.of(posix.show(tree, region) >= 0);
      default -> {
        Structure<?> structure = classes.get(informationClass);
        yield structure == null ? Shown.NOT : Shown.of(structure.show(tree, region) != null);
      }
    };
  }

  /**
   * FileFullEaInformation, also of a create context. [MS-FSCC] 2.4.16, [MS-SMB2] 2.2.13.2.1
   *
   * @return whether it was there wholly
   */
  boolean extendedAttributes(FrameTree tree, Region region) {
    return eas.show(
        tree, region, () -> Chain.walk(region, -1, entry -> ea.show(tree, entry) != null));
  }
}
