package io.smbscope.netbios;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.net.FlowStats;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What must hold for any stream of messages, cut anywhere, with a hole anywhere. */
class SessionFramerPropertyTest {
  /** A frame and where in the stream it begins; {@code message} is null when it holds no SMB. */
  private record Placed(int begin, int end, int kind, int body) {
    byte[] message() {
      return switch (kind) {
        case 0 -> Frames.smb1(body, begin);
        case 1 -> Frames.smb2(body, begin);
        case 2 -> Frames.transform(body + 1, begin);
        case 3 -> Frames.compressed(body + 1, begin);
        default -> null;
      };
    }

    byte[] frame() {
      return switch (kind) {
        case 4 -> Frames.KEEP_ALIVE;
        case 5 -> Frames.EMPTY_MESSAGE;
        default -> Frames.frame(0, message());
      };
    }

    boolean isMessage() {
      return kind < 4;
    }
  }

  @Provide
  Arbitrary<List<Placed>> streams() {
    Arbitrary<Integer> kind = Arbitraries.of(0, 0, 1, 1, 1, 2, 3, 4, 5);
    Arbitrary<Integer> body =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.integers().between(0, 90)),
            Tuple.of(1, Arbitraries.integers().between(90, 4000)));
    return Combinators.combine(kind, body)
        .as((k, b) -> new int[] {k, b})
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(SessionFramerPropertyTest::place);
  }

  private static List<Placed> place(List<int[]> frames) {
    List<Placed> placed = new ArrayList<>();
    int at = 0;
    for (int[] frame : frames) {
      int length = new Placed(at, 0, frame[0], frame[1]).frame().length;
      placed.add(new Placed(at, at + length, frame[0], frame[1]));
      at += length;
    }
    return placed;
  }

  /** One direction of a connection, fed in segments of random size. */
  private static final class Feed {
    final Recorder seen = new Recorder();
    private final SessionFramer framer;
    private final Random cuts;
    private final int longestSegment;

    Feed(int port, boolean midstream, int wanted, int longestSegment, long seed) {
      seen.wanted = wanted;
      framer = Recorder.framer(Recorder.flow(port, midstream), seen);
      cuts = new Random(seed);
      this.longestSegment = longestSegment;
    }

    /** The packet number of a segment is the offset of its last octet, so messages' ends show. */
    void send(byte[] stream, int from, int to) {
      ByteBuffer buffer = ByteBuffer.wrap(stream);
      int at = from;
      while (at < to) {
        int length = Math.min(to - at, 1 + cuts.nextInt(longestSegment));
        framer.data(false, buffer, at, length, length, at + length, 0);
        at += length;
      }
    }

    void gap(int octets, int at) {
      framer.gap(false, octets, new Stamp(at, 0));
    }

    void end(int at) {
      FlowStats.Side side = new FlowStats.Side(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, List.of());
      framer.end(
          new Stamp(at, 0),
          new FlowStats(side, side, FlowStats.EndReason.FIN, new Stamp(1, 1), ""));
    }
  }

  private static byte[] octets(List<Placed> frames) {
    return Frames.concat(frames.stream().map(Placed::frame).toList());
  }

  private static void assertWhole(Recorder.Message seen, Placed expected, int wanted) {
    byte[] message = expected.message();
    assertThat(seen.length()).isEqualTo(message.length);
    assertThat(seen.missing()).isZero();
    assertThat(seen.octets().length()).isGreaterThanOrEqualTo(Math.min(wanted, message.length));
    assertThat(seen.octets().copy()).isEqualTo(Arrays.copyOf(message, seen.octets().length()));
  }

  @Property(tries = 250)
  void anySegmentationGivesTheSameMessages(
      @ForAll("streams") List<Placed> frames,
      @ForAll @IntRange(min = 1, max = 3000) int longestSegment,
      @ForAll @IntRange(min = 0, max = 5000) int wanted,
      @ForAll boolean netbios,
      @ForAll boolean midstream,
      @ForAll long seed) {
    byte[] stream = octets(frames);
    Feed feed = new Feed(netbios ? 139 : 445, midstream, wanted, longestSegment, seed);
    feed.send(stream, 0, stream.length);
    List<Placed> messages = frames.stream().filter(Placed::isMessage).toList();
    assertThat(feed.seen.messages).hasSameSizeAs(messages);
    for (int i = 0; i < messages.size(); i++) {
      assertWhole(feed.seen.messages.get(i), messages.get(i), wanted);
      assertThat(feed.seen.messages.get(i).packet()).isGreaterThanOrEqualTo(messages.get(i).end());
      assertThat(feed.seen.messages.get(i).packet())
          .isLessThan(messages.get(i).end() + longestSegment);
    }
    if (!midstream) {
      assertThat(feed.seen.anomalies).isEmpty();
    }
  }

  @Property(tries = 250)
  void aGapBreaksOnlyTheMessagesItTouches(
      @ForAll("streams") List<Placed> frames,
      @ForAll @IntRange(min = 1, max = 3000) int longestSegment,
      @ForAll @IntRange(min = 0, max = 5000) int wanted,
      @ForAll boolean netbios,
      @ForAll @IntRange(max = 100_000) int where,
      @ForAll @IntRange(min = 1, max = 3000) int missing,
      @ForAll long seed) {
    byte[] stream = octets(frames);
    int from = where % stream.length;
    int to = Math.min(from + missing, stream.length);
    Feed feed = new Feed(netbios ? 139 : 445, false, wanted, longestSegment, seed);
    feed.send(stream, 0, from);
    feed.gap(to - from, from);
    feed.send(stream, to, stream.length);
    feed.end(stream.length);
    List<Recorder.Message> whole =
        feed.seen.messages.stream().filter(message -> message.missing() == 0).toList();
    List<Placed> untouched =
        frames.stream()
            .filter(Placed::isMessage)
            .filter(frame -> frame.end() <= from || frame.begin() >= to)
            .toList();
    assertThat(whole).hasSameSizeAs(untouched);
    for (int i = 0; i < whole.size(); i++) {
      assertWhole(whole.get(i), untouched.get(i), wanted);
    }
    assertThat(feed.seen.messages.size() - whole.size()).isLessThanOrEqualTo(1);
  }

  @Property(tries = 250)
  void aMidstreamStartFindsEveryMessageThatBeginsBehindIt(
      @ForAll("streams") List<Placed> frames,
      @ForAll @IntRange(min = 1, max = 3000) int longestSegment,
      @ForAll boolean netbios,
      @ForAll @IntRange(max = 100_000) int where,
      @ForAll long seed) {
    byte[] stream = octets(frames);
    int from = where % stream.length;
    Feed feed = new Feed(netbios ? 139 : 445, true, 64, longestSegment, seed);
    feed.send(stream, from, stream.length);
    List<Placed> expected =
        frames.stream().filter(Placed::isMessage).filter(frame -> frame.begin() >= from).toList();
    assertThat(feed.seen.messages).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertWhole(feed.seen.messages.get(i), expected.get(i), 64);
    }
  }

  @Property(tries = 250)
  void garbageNeverThrowsNorFloods(
      @ForAll("streams") List<Placed> frames,
      @ForAll @IntRange(min = 1, max = 3000) int longestSegment,
      @ForAll @IntRange(max = 200) int flips,
      @ForAll boolean netbios,
      @ForAll boolean midstream,
      @ForAll @LongRange(min = 0) long seed) {
    byte[] stream = octets(frames);
    Random random = new Random(seed);
    for (int i = 0; i < flips; i++) {
      stream[random.nextInt(stream.length)] = (byte) random.nextInt();
    }
    Feed feed = new Feed(netbios ? 139 : 445, midstream, 512, longestSegment, seed);
    feed.send(stream, 0, stream.length);
    feed.end(stream.length);
    assertThat(feed.seen.flowsEnded).isEqualTo(1);
    assertThat(feed.seen.anomalies).hasSizeLessThanOrEqualTo(3 * frames.size() + 20);
    assertThat(feed.seen.messages).hasSizeLessThanOrEqualTo(frames.size() + 1);
  }

  @Property(tries = 200)
  void theEndOfAConnectionHandsOnTheUnfinishedMessage(
      @ForAll("streams") List<Placed> frames,
      @ForAll @IntRange(min = 1, max = 3000) int longestSegment,
      @ForAll @IntRange(max = 100_000) int where,
      @ForAll long seed) {
    byte[] stream = octets(frames);
    int to = where % stream.length;
    Feed feed = new Feed(445, false, 64, longestSegment, seed);
    feed.send(stream, 0, to);
    feed.end(to);
    List<Placed> begun =
        frames.stream().filter(Placed::isMessage).filter(f -> f.begin() + 8 <= to).toList();
    assertThat(feed.seen.messages).hasSameSizeAs(begun);
    for (int i = 0; i < begun.size(); i++) {
      assertThat(feed.seen.messages.get(i).missing())
          .isEqualTo(Math.max(0, begun.get(i).end() - to));
    }
  }
}
