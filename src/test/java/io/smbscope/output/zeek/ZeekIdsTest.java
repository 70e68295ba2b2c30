package io.smbscope.output.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.event.FlowKey;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZeekIdsTest {
  private final ZeekIds ids = new ZeekIds();

  @Test
  void namesHaveZeeksForm() {
    assertThat(ids.uid(Rows.FLOW)).matches("C[0-9A-Za-z]{17}");
    assertThat(ids.fuid(Rows.FLOW, 4)).matches("F[0-9A-Za-z]{17}");
  }

  @Test
  void namesAreTheSameEachTimeAndNoTwoAlike() {
    Set<String> names = new HashSet<>();
    for (int flow = 1; flow <= 5_000; flow++) {
      FlowKey key = Rows.flow(flow);
      assertThat(names.add(ids.uid(key))).isTrue();
      assertThat(names.add(ids.fuid(key, flow))).isTrue();
      assertThat(names.add(ids.fuid(key, flow + 1))).isTrue();
    }
    assertThat(new ZeekIds().uid(Rows.flow(77))).isEqualTo(ids.uid(Rows.flow(77)));
  }

  /** The first packet of two captures is no one connection. */
  @Test
  void theSamePacketOfAnotherCaptureIsAnotherConnection() {
    FlowKey flow = Rows.FLOW;
    FlowKey later =
        new FlowKey(
            flow.id(),
            new Stamp(flow.id(), flow.start().nanos() + 1),
            flow.tcp(),
            flow.client(),
            flow.server(),
            flow.vlans(),
            flow.midstream());
    assertThat(ids.uid(later)).isNotEqualTo(ids.uid(flow));
  }
}
