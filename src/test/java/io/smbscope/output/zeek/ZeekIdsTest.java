package io.smbscope.output.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.event.FlowKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ZeekIdsTest {
  private final ZeekIds ids = new ZeekIds();

  @Test
  void namesHaveZeeksForm() {
    assertThat(ids.uid(Rows.FLOW)).matches("C[0-9A-Za-z]{17}");
    assertThat(ids.fuid(file("share", "a"))).matches("F[0-9A-Za-z]{17}");
  }

  @Test
  void namesAreTheSameEachTimeAndNoTwoAlike() {
    Set<String> names = new HashSet<>();
    for (int flow = 1; flow <= 5_000; flow++) {
      FlowKey key = Rows.flow(flow);
      assertThat(names.add(ids.uid(key))).isTrue();
      assertThat(names.add(ids.fuid(file("share", "file " + flow)))).isTrue();
    }
    assertThat(new ZeekIds().uid(Rows.flow(77))).isEqualTo(ids.uid(Rows.flow(77)));
  }

  /** Texts of which String.hashCode makes the same, and a border between two that moves. */
  @Test
  void filesOfSimilarNamesAreTold() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    Set<String> names = new HashSet<>();
    for (String name : List.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa")) {
      assertThat(names.add(ids.fuid(file("share", name)))).isTrue();
      assertThat(names.add(ids.fuid(file("share" + name, "")))).isTrue();
      assertThat(names.add(ids.fuid(file("", "share" + name)))).isTrue();
    }
  }

  private static FileHandle file(String path, String name) {
    return new FileHandle("10.0.0.1", "10.0.0.2", path, name, 7);
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
