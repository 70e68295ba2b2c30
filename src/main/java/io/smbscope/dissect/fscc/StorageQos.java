package io.smbscope.dissect.fscc;

import io.kaitai.struct.KaitaiStream;
import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Grammar;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccControl;

/** FSCTL_STORAGE_QOS_CONTROL. [MS-SQOS] 2.2.2 */
final class StorageQos {
  private final Structure<FsccControl.StorageQosHeader> header =
      Structure.of(FsccControl.StorageQosHeader::new, FsccControl.StorageQosHeader::_read);

  void request(FrameTree tree, Region region) {
    FsccControl.StorageQosHeader head = header.show(tree, region);
    if (head != null) {
      var request = new FsccControl.StorageQosRequest(behind(head, region), head.protocolVersion());
      Grammar.show(tree, region, true, request, request::_read);
    }
  }

  void response(FrameTree tree, Region region) {
    FsccControl.StorageQosHeader head = header.show(tree, region);
    if (head != null) {
      var response =
          new FsccControl.StorageQosResponse(behind(head, region), head.protocolVersion());
      Grammar.show(tree, region, true, response, response::_read);
    }
  }

  /** Offsets count from the header. */
  private static KaitaiStream behind(FsccControl.StorageQosHeader head, Region region) {
    KaitaiStream stream = region.stream();
    stream.seek(head._io().pos());
    return stream;
  }
}
