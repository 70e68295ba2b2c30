package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccControl;

/** Server-side copies. [MS-SMB2] 2.2.31.1, 2.2.32.1 */
final class CopyChunks {
  private static final int SIZE = 24;

  private final Structure<FsccControl.CopychunkRequest> request =
      Structure.of(FsccControl.CopychunkRequest::new, FsccControl.CopychunkRequest::_read);
  private final Structure<FsccControl.Copychunk> chunk =
      Structure.of(FsccControl.Copychunk::new, FsccControl.Copychunk::_read);
  private final Structure<FsccControl.CopychunkResponse> response =
      Structure.of(FsccControl.CopychunkResponse::new, FsccControl.CopychunkResponse::_read);

  void request(FrameTree tree, Region region) {
    FsccControl.CopychunkRequest head = request.show(tree, region);
    if (head == null) {
      return;
    }
    int at = head._io().pos();
    for (long i = 0; i < head.numChunks() && region.has(at, SIZE); i++) {
      tree.open("Chunk", region.origin() + at, SIZE);
      chunk.show(tree, region.from(at));
      tree.close();
      at += SIZE;
    }
  }

  void response(FrameTree tree, Region region) {
    response.show(tree, region);
  }
}
