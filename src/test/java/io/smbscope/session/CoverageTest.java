package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which octets of a file are known. */
class CoverageTest {
  private static final long MANY = 1 << 20;

  /** Against a set of octets. */
  @Property(tries = 300)
  void tellsWhatIsNew(@ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> offsets) {
    Coverage coverage = new Coverage(new Room(MANY));
    BitSet octets = new BitSet();
    for (int i = 0; i + 1 < offsets.size(); i += 2) {
      int start = offsets.get(i);
      int end = start + offsets.get(i + 1) % 20;
      int before = octets.cardinality();
      octets.set(start, end);
      assertThat(coverage.add(start, end)).isEqualTo(octets.cardinality() - before);
    }
  }

  @Test
  void theLowestRangesBecomeOneWhenThereAreTooMany() {
    Room room = new Room(MANY);
    Coverage coverage = new Coverage(room);
    for (int i = 0; i <= Coverage.LARGEST; i++) {
      assertThat(coverage.add(10L * i, 10L * i + 1)).isEqualTo(1);
    }

    assertThat(coverage.add(5, 6)).as("in the hole that was closed").isZero();
    assertThat(coverage.add(15, 16)).isEqualTo(1);
    coverage.release();
    assertThat(room.used()).isZero();
  }

  @Test
  void withoutRoomThereIsOneRange() {
    Room room = new Room(0);
    Coverage coverage = new Coverage(room);

    assertThat(coverage.add(100, 200)).isEqualTo(100);
    assertThat(coverage.add(300, 400)).isEqualTo(100);
    assertThat(coverage.add(0, 50)).isEqualTo(50);
    assertThat(coverage.add(0, 500)).isEqualTo(100);
    assertThat(coverage.add(0, 500)).isZero();
  }
}
