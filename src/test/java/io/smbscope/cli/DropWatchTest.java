package io.smbscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.capture.live.InterfaceCounts;
import io.smbscope.event.DropEvent;
import io.smbscope.event.DropEvent.Losses;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropWatchTest {
  private static final Stamp AT = new Stamp(7, 70);

  private final List<DropEvent> events = new ArrayList<>();
  private List<InterfaceCounts> counts = List.of();
  private final DropWatch watch = new DropWatch(() -> counts, events::add);

  @Test
  void tellsWhatWasLostSinceTheLastTime() {
    counts = List.of(of("a", 1, 0, 0, 0), of("b", 0, 0, 0, 0));
    watch.tell(AT);
    watch.tell(AT);
    counts = List.of(of("a", 4, 1, 0, 0), of("b", 0, 0, 5, 2));
    watch.tell(null);
    assertThat(events)
        .containsExactly(
            new DropEvent(AT, "a", 100, new Losses(1, 0, 0, 0), new Losses(1, 0, 0, 0)),
            new DropEvent(null, "a", 100, new Losses(3, 1, 0, 0), new Losses(4, 1, 0, 0)),
            new DropEvent(null, "b", 100, new Losses(0, 0, 5, 2), new Losses(0, 0, 5, 2)));
    assertThat(events.get(2).more().unseen()).isEqualTo(5);
  }

  @Test
  void doesNotLookAllTheTime() {
    counts = List.of(of("a", 1, 0, 0, 0));
    watch.look(AT);
    assertThat(events).isEmpty();
  }

  private static InterfaceCounts of(
      String name, long kernel, long byInterface, long ring, long unwritten) {
    return new InterfaceCounts(name, 100, 6_000, kernel, byInterface, ring, unwritten);
  }
}
