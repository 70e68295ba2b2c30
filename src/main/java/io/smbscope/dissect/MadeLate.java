package io.smbscope.dissect;

import java.util.function.Supplier;

/**
 * A dissector that is made when the first message for it comes: few captures hold all protocols,
 * and to make one with all its commands takes as long as to read some thousand frames.
 */
final class MadeLate implements Dissector {
  private final Supplier<Dissector> maker;
  private Dissector made;

  MadeLate(Supplier<Dissector> maker) {
    this.maker = maker;
  }

  @Override
  public void dissect(Dissection dissection, Region region) {
    if (made == null) {
      made = maker.get();
    }
    made.dissect(dissection, region);
  }
}
