package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.grammar.placed.FsccControl;

/** Parts of a file that controls are about. [MS-FSCC] 2.3.48, 2.3.55, 2.3.67 */
final class FileRanges {
  private static final int SIZE = 16;
  private static final int REGION = 24;

  private final Structure<FsccControl.Range> range =
      Structure.of(FsccControl.Range::new, FsccControl.Range::_read);
  private final Structure<FsccControl.FileRegionInput> asked =
      Structure.of(FsccControl.FileRegionInput::new, FsccControl.FileRegionInput::_read);
  private final Structure<FsccControl.FileRegionOutput> told =
      Structure.of(FsccControl.FileRegionOutput::new, FsccControl.FileRegionOutput::_read);
  private final Structure<FsccControl.FileRegion> region =
      Structure.of(FsccControl.FileRegion::new, FsccControl.FileRegion::_read);

  void one(FrameTree tree, Region at) {
    if (at.has(0, SIZE)) {
      tree.open("Range", at.origin(), SIZE);
      range.show(tree, at);
      tree.close();
    }
  }

  /** As many as there are. */
  void all(FrameTree tree, Region at) {
    for (int from = 0; at.has(from, SIZE); from += SIZE) {
      one(tree, at.from(from));
    }
  }

  void regionsAsked(FrameTree tree, Region at) {
    asked.show(tree, at);
  }

  void regions(FrameTree tree, Region at) {
    FsccControl.FileRegionOutput output = told.show(tree, at);
    if (output == null) {
      return;
    }
    int from = output._io().pos();
    for (long i = 0; i < output.regionEntryCount() && at.has(from, REGION); i++) {
      tree.open("Entry", at.origin() + from, REGION);
      region.show(tree, at.from(from));
      tree.close();
      from += REGION;
    }
  }
}
