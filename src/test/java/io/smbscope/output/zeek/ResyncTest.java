package io.smbscope.output.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expected: what Zeek loses behind a message that it cannot read. */
class ResyncTest {
  private static final boolean CLIENT = true;

  private final Resync resync = new Resync(false);

  @Test
  void allIsSeenOfMessagesThatCanBeRead() {
    for (int packet = 1; packet < 5; packet++) {
      assertThat(resync.sees(CLIENT, packet)).isTrue();
      assertThat(resync.saw(CLIENT, packet)).isTrue();
    }
  }

  @Test
  void theOtherDirectionLosesOneMessage() {
    resync.sees(!CLIENT, 1);
    resync.sees(CLIENT, 2);
    resync.unreadable(CLIENT, 100);
    assertThat(resync.sees(!CLIENT, 3)).isFalse();
    assertThat(resync.sees(CLIENT, 4)).isTrue();
    assertThat(resync.sees(!CLIENT, 5)).isTrue();
    assertThat(resync.saw(!CLIENT, 1)).isTrue();
    assertThat(resync.saw(CLIENT, 2)).isFalse();
    assertThat(resync.saw(!CLIENT, 3)).isFalse();
    assertThat(resync.saw(!CLIENT, 5)).isTrue();
  }

  @Test
  void nothingIsSeenBehindALongMessage() {
    resync.sees(CLIENT, 1);
    resync.sees(CLIENT, 2);
    resync.unreadable(CLIENT, 65_600);
    assertThat(resync.sees(CLIENT, 3)).isFalse();
    assertThat(resync.sees(CLIENT, 4)).isFalse();
    assertThat(resync.saw(CLIENT, 1)).isTrue();
    assertThat(resync.saw(CLIENT, 2)).isFalse();
    assertThat(resync.saw(CLIENT, 3)).isFalse();
    assertThat(resync.saw(CLIENT, 4)).isFalse();
    assertThat(resync.saw(!CLIENT, 4)).isTrue();
  }

  @Test
  void whoWantsEverythingLosesNothing() {
    Resync all = new Resync(true);
    all.sees(CLIENT, 2);
    all.unreadable(CLIENT, 65_600);
    assertThat(all.sees(CLIENT, 3)).isTrue();
    assertThat(all.saw(CLIENT, 2)).isTrue();
    assertThat(all.saw(CLIENT, 3)).isTrue();
  }
}
