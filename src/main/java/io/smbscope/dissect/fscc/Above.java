package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;

/** A field that says which structure the fields under it are of. */
record Above(Field field) {
  Above(String name) {
    this(Fields.named(name));
  }

  void show(FrameTree tree, Region region, Runnable under) {
    tree.open(field, null, region.origin(), region.length());
    under.run();
    tree.close();
  }
}
