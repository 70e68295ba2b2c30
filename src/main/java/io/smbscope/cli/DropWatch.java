package io.smbscope.cli;

import io.smbscope.base.Stamp;
import io.smbscope.capture.live.InterfaceCounts;
import io.smbscope.event.DropEvent;
import io.smbscope.event.DropEvent.Losses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes events of packets that were lost. Used by one thread. */
final class DropWatch {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<List<InterfaceCounts>> counts;
  private final Consumer<DropEvent> events;

  /** What was told of each interface; as many entries as there are interfaces. */
  private final Map<String, Losses> told = new HashMap<>();

  private long next = System.nanoTime() + INTERVAL;

  DropWatch(Supplier<List<InterfaceCounts>> counts, Consumer<DropEvent> events) {
    this.counts = counts;
    this.events = events;
  }

  /** Tells what was lost, when it did so a second ago or more. */
  void look(Stamp at) {
    long now = System.nanoTime();
    if (now - next >= 0) {
      next = now + INTERVAL;
      tell(at.packet() == 0 ? null : at);
    }
  }

  /**
   * Tells what was lost and not told yet.
   *
   * @param at the packet analyzed last, or null
   */
  void tell(Stamp at) {
    for (InterfaceCounts count : counts.get()) {
      Losses total =
          new Losses(
              count.droppedByKernel(),
              count.droppedByInterface(),
              count.droppedByRing(),
              count.unwritten());
      Losses before = told.getOrDefault(count.name(), Losses.NONE);
      if (!total.equals(before)) {
        told.put(count.name(), total);
        events.accept(new DropEvent(at, count.name(), count.taken(), total.since(before), total));
      }
    }
  }
}
