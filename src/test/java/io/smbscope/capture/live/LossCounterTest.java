package io.smbscope.capture.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossCounterTest {
  private final LossCounter losses = new LossCounter();

  @Test
  void goesOnWhenTheCounterOf32BitsBeginsAnew() {
    losses.update(-10, 3);
    losses.update(5, 4);
    assertThat(losses.kernel()).isEqualTo((1L << 32) + 5);
    assertThat(losses.byInterface()).isEqualTo(4);
  }

  @Test
  void addsUpOverOpenings() {
    losses.update(7, 1);
    losses.reset();
    losses.update(2, 0);
    assertThat(losses.kernel()).isEqualTo(9);
    assertThat(losses.byInterface()).isEqualTo(1);
  }
}
