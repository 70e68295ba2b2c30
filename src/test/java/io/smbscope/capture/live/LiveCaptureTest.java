package io.smbscope.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smbscope.capture.Packet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveCaptureTest {
  private final ConcurrentLinkedQueue<String> notices = new ConcurrentLinkedQueue<>();
  private final Packet packet = new Packet();

  @Test
  void endsBehindTheNumberOfPackets() throws Exception {
    FakeFeed feed = new FakeFeed();
    for (int i = 1; i <= 1_000; i++) {
      feed.add(i, 60);
    }
    try (LiveCapture capture = open(options(3, 0, false), Map.of("a", List.of(feed)))) {
      capture.start();
      assertThat(times(capture)).containsExactly(1L, 2L, 3L);
      assertThat(capture.tally().packets()).isEqualTo(3);
    }
    assertThat(feed.isClosed()).isTrue();
  }

  @Test
  void endsAfterTheTime() throws Exception {
    FakeFeed feed = new FakeFeed().add(1, 60);
    try (LiveCapture capture = open(options(0, 1, false), Map.of("a", List.of(feed)))) {
      capture.start();
      assertThat(times(capture)).containsExactly(1L);
    }
  }

  @Test
  void whatCameBeforeTheStopIsDelivered() throws Exception {
    FakeFeed feed = new FakeFeed();
    long now = System.currentTimeMillis() * 1_000_000;
    feed.add(now, 60);
    try (LiveCapture capture = open(options(0, 0, false), Map.of("a", List.of(feed)))) {
      capture.start();
      assertThat(capture.next(packet)).isTrue();
      capture.stop();
      feed.add(now + 1, 60);
      feed.add(now + 3_600_000_000_000L, 60);
      assertThat(times(capture)).containsExactly(now + 1);
    }
  }

  @Test
  void packetsOfSeveralInterfacesComeInTheOrderOfTheirTimes() throws Exception {
    long now = System.currentTimeMillis() * 1_000_000;
    FakeFeed one = new FakeFeed().add(now + 1, 60).add(now + 4, 60).add(now + 5, 60);
    FakeFeed other = new FakeFeed().add(now + 2, 60).add(now + 3, 60).add(now + 6, 60);
    try (LiveCapture capture =
        open(options(6, 0, false), Map.of("a", List.of(one), "b", List.of(other)), "a", "b")) {
      capture.start();
      assertThat(times(capture))
          .containsExactly(now + 1, now + 2, now + 3, now + 4, now + 5, now + 6);
    }
  }

  @Test
  void aQuietInterfaceHoldsUpPacketsOfAnotherForAMomentOnly() throws Exception {
    FakeFeed busy = new FakeFeed().add(System.currentTimeMillis() * 1_000_000, 60);
    try (LiveCapture capture =
        open(
            options(0, 0, false),
            Map.of("a", List.of(busy), "b", List.of(new FakeFeed())),
            "a",
            "b")) {
      capture.start();
      assertThat(capture.next(packet)).isTrue();
      assertThat(capture.ready()).isFalse();
    }
  }

  @Test
  void aLostInterfaceIsOpenedAgain() throws Exception {
    FakeFeed first = new FakeFeed().add(1, 60).breakWith("The interface disappeared");
    first.dropInKernel(3);
    FakeFeed second = new FakeFeed().add(2, 60);
    second.dropInKernel(2);
    try (LiveCapture capture = open(options(2, 0, false), Map.of("a", List.of(first, second)))) {
      capture.start();
      assertThat(times(capture)).containsExactly(1L, 2L);
      capture.finish();
      assertThat(capture.counts()).containsExactly(new InterfaceCounts("a", 2, 120, 5, 0, 0, 0));
    }
    assertThat(notices)
        .containsExactly("a: The interface disappeared; waiting for it to come back", "a: is back");
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void anInterfaceThatMayNotBeOpenedAgainFails() throws Exception {
    FakeFeed feed = new FakeFeed().add(1, 60).breakWith("gone");
    try (LiveCapture capture = open(options(0, 0, false), Map.of("a", List.of(feed)))) {
      capture.start();
      assertThat(times(capture)).containsExactly(1L);
      assertThat(capture.failed()).containsExactly("a");
    }
    assertThat(notices).last().isEqualTo("a: no rights");
  }

  @Test
  void endsWithTheInterfaceWhenAsked() throws Exception {
    FakeFeed feed = new FakeFeed().add(1, 60).breakWith("gone");
    try (LiveCapture capture = open(options(0, 0, true), Map.of("a", List.of(feed)))) {
      capture.start();
      assertThat(times(capture)).containsExactly(1L);
      assertThat(capture.failed()).isEmpty();
    }
    assertThat(notices).containsExactly("a: gone");
  }

  @Test
  void whenOneInterfaceIsRefusedTheOthersAreClosed() {
    FakeFeed feed = new FakeFeed();
    assertThatThrownBy(() -> open(options(0, 0, false), Map.of("a", List.of(feed)), "a", "b"))
        .isInstanceOf(CaptureRefused.class)
        .hasMessage("b: no rights");
    assertThat(feed.isClosed()).isTrue();
  }

  private static CaptureOptions options(long count, long seconds, boolean exitOnDown) {
    return new CaptureOptions(
        List.of("a"), null, List.of(), 262_144, 1, false, true, exitOnDown, count, seconds);
  }

  /** Each interface gives its feeds one after the other, then is refused. */
  private LiveCapture open(
      CaptureOptions options, Map<String, List<FakeFeed>> feeds, String... names)
      throws CaptureRefused {
    Map<String, Iterator<FakeFeed>> left = new java.util.HashMap<>();
    feeds.forEach((name, list) -> left.put(name, list.iterator()));
    PacketFeed.Opening opening =
        name -> {
          if (left.containsKey(name) && left.get(name).hasNext()) {
            return left.get(name).next();
          }
          throw new CaptureRefused(name + ": no rights", CaptureRefused.Reason.NO_RIGHTS);
        };
    CaptureOptions named =
        new CaptureOptions(
            names.length == 0 ? List.of("a") : List.of(names),
            options.filter(),
            options.ports(),
            options.snapLength(),
            options.bufferMebibytes(),
            options.promiscuous(),
            options.immediate(),
            options.exitOnDown(),
            options.count(),
            options.seconds());
    return LiveCapture.open(named, notices::add, opening);
  }

  private List<Long> times(LiveCapture capture) {
    List<Long> times = new ArrayList<>();
    while (capture.next(packet)) {
      times.add(packet.nanos);
    }
    return times;
  }
}
