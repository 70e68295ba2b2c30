package io.smbscope.dissect.fscc;

import io.smbscope.dissect.FrameTree;
import io.smbscope.dissect.Region;
import io.smbscope.dissect.field.Field;
import io.smbscope.dissect.field.Fields;
import java.util.function.BooleanSupplier;

/** A field that says which structure the fields under it are of. */
record Above(Field field) {
  Above(String name) {
    this(Fields.named(name));
  }

  /** What {@code under} says: whether it was there wholly. */
  boolean show(FrameTree tree, Region region, BooleanSupplier under) {
    tree.open(field, null, region.origin(), region.length());
    boolean whole = under.getAsBoolean();
    tree.close();
    return whole;
  }
}
