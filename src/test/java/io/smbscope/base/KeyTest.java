package io.smbscope.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys are the same when all their parts are, in their order. */
class KeyTest {
  @Test
  void equalPartsMakeEqualKeys() {
    assertThat(Key.of("a", 1L, null)).isEqualTo(Key.of("a", 1L, null));
    assertThat(Key.of("a", 1L, null)).hasSameHashCodeAs(Key.of("a", 1L, null));
  }

  @Test
  void otherPartsOrOtherOrderMakeOthers() {
    assertThat(Key.of("a", "b"))
        .isNotEqualTo(Key.of("b", "a"))
        .isNotEqualTo(Key.of("a"))
        .isNotEqualTo(Key.of("a", null))
        .isNotEqualTo(null);
    assertThat(Key.of(1)).isNotEqualTo(Key.of(1L));
  }
}
