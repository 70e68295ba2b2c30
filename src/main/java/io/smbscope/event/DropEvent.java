package io.smbscope.event;

import io.smbscope.base.Stamp;

/**
 * Packets of an interface were lost: where events seem to be missing, they may be. Told about once
 * a second while the losses grow, and at the end.
 *
 * @param at the packet analyzed last; null when there was none
 * @param interfaceName that lost them
 * @param taken packets taken off the interface since the capture began
 * @param more lost since the event before of this interface
 * @param total lost since the capture began
 */
public record DropEvent(Stamp at, String interfaceName, long taken, Losses more, Losses total)
    implements Event {
  /**
   * Packets lost, by where.
   *
   * @param kernel its buffer was full; never taken
   * @param byInterface the interface or its driver dropped them; never taken
   * @param analysis it was too slow for them; they may have been kept in files
   * @param keeping they could not be kept in files; they were analyzed
   */
  public record Losses(long kernel, long byInterface, long analysis, long keeping) {
    /** None. */
    public static final Losses NONE = new Losses(0, 0, 0, 0);

    /** What was lost since {@code before}. */
    public Losses since(Losses before) {
      return new Losses(
          kernel - before.kernel,
          byInterface - before.byInterface,
          analysis - before.analysis,
          keeping - before.keeping);
    }

    /** Packets that the analysis did not see. */
    public long unseen() {
      return kernel + byInterface + analysis;
    }
  }
}
