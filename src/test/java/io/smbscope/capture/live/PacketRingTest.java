package io.smbscope.capture.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.capture.Packet;
import io.smbscope.capture.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketRingTest {
  private static final int LARGE = 200_000;

  private final PacketRing ring = new PacketRing();
  private final FakeFeed feed = new FakeFeed();
  private final Packet packet = new Packet();

  @Test
  void bothReadersGetAllPacketsAtTheirOwnPace() throws Exception {
    RingReader quick = ring.reader(8, () -> {});
    RingReader slow = ring.reader(8, () -> {});
    List<Long> quickTimes = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      put(i, LARGE);
      quickTimes.addAll(timesOf(quick));
    }
    ring.end();
    List<Long> all = java.util.stream.LongStream.rangeClosed(1, 20).boxed().toList();
    assertThat(quickTimes).isEqualTo(all);
    assertThat(timesOf(slow)).isEqualTo(all);
    assertThat(quick.ended()).isTrue();
    assertThat(slow.ended()).isTrue();
    assertThat(quick.missed() + slow.missed()).isZero();
  }

  @Test
  void packetsAreAsTheyWereTaken() throws Exception {
    RingReader reader = ring.reader(4, () -> {});
    feed.addCut(0x1234_5678_9ABCL, 3, 1_500);
    feed.next();
    ring.put(feed);
    ring.show();
    assertThat(reader.has()).isTrue();
    reader.take(packet);
    assertThat(packet.nanos).isEqualTo(0x1234_5678_9ABCL);
    assertThat(packet.length).isEqualTo(3);
    assertThat(packet.wireLength).isEqualTo(1_500);
    assertThat(packet.linkType).isEqualTo(FakeFeed.ETHERNET);
    assertThat(packet.window.buffer().get(packet.offset + 2)).isEqualTo((byte) 0xBC);
    assertThat(reader.has()).isFalse();
  }

  @Test
  void whatIsNotShownIsNotRead() throws Exception {
    RingReader reader = ring.reader(4, () -> {});
    feed.add(1, 60);
    feed.next();
    ring.put(feed);
    assertThat(reader.has()).isFalse();
    ring.show();
    assertThat(reader.has()).isTrue();
  }

  /** Five such packets fill a block. */
  @Test
  void whatAReaderHasNoRoomForIsCountedAndDoesNotHoldUpTheOther() throws Exception {
    RingReader slow = ring.reader(2, () -> {});
    RingReader quick = ring.reader(8, () -> {});
    List<Long> quickTimes = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      put(i, LARGE);
      quickTimes.addAll(timesOf(quick));
    }
    assertThat(quickTimes).hasSize(25);
    assertThat(quick.missed()).isZero();
    assertThat(slow.missed()).isEqualTo(15);
    assertThat(timesOf(slow)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    put(26, LARGE);
    ring.end();
    assertThat(timesOf(slow)).containsExactly(26L);
  }

  @Test
  void aHeldWindowKeepsItsOctets() throws Exception {
    RingReader reader = ring.reader(3, () -> {});
    put(1, LARGE);
    assertThat(reader.has()).isTrue();
    reader.take(packet);
    Window held = packet.window;
    int at = packet.offset;
    held.retain();
    for (int i = 2; i <= 40; i++) {
      put(i, LARGE);
      timesOf(reader);
    }
    assertThat(held.buffer().get(at)).isEqualTo((byte) 1);
    assertThat(reader.passed()).isEqualTo(1);
    held.release();
    assertThat(reader.passed()).isZero();
    assertThat(reader.missed()).isZero();
  }

  /** After a burst, packets go through blocks whose memory was given back. */
  @Test
  void blocksAreUsedAgainAfterTheirMemoryWasGivenBack() throws Exception {
    RingReader reader = ring.reader(40, () -> {});
    for (int round = 0; round < 3; round++) {
      List<Long> sent = new ArrayList<>();
      for (int i = 1; i <= 150; i++) {
        put(round * 1_000L + i, LARGE);
        sent.add(round * 1_000L + i);
      }
      assertThat(timesOf(reader)).isEqualTo(sent);
      ring.cool();
    }
    assertThat(reader.missed()).isZero();
  }

  private void put(long nanos, int length) throws Exception {
    feed.add(nanos, length);
    feed.next();
    ring.put(feed);
    ring.show();
  }

  private List<Long> timesOf(RingReader reader) {
    List<Long> times = new ArrayList<>();
    while (reader.has()) {
      reader.take(packet);
      times.add(packet.nanos);
    }
    return times;
  }
}
