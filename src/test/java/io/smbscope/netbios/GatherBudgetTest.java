package io.smbscope.netbios;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import io.smbscope.base.Stamp;
import io.smbscope.net.FlowStats;
import io.smbscope.netbios.Recorder.Message;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the connections of a shard gather together stays within its bound. */
class GatherBudgetTest {
  private static final int TOTAL = 2_000;
  private static final Limits LIMITS =
      new Limits(9, Duration.ZERO, 9, Duration.ZERO, TOTAL, TOTAL, 1 << 20, 64, 9, 9, 9, 9, 9);

  private static final byte[] MESSAGE = Frames.frame(0, Frames.smb2(1_500, 1));
  private static final int HALF = MESSAGE.length / 2;

  private final GatherBudget budget = new GatherBudget(LIMITS);
  private final Recorder firstSeen = new Recorder();
  private final Recorder secondSeen = new Recorder();
  private final SessionFramer first = framer(firstSeen);
  private final SessionFramer second = framer(secondSeen);

  @Test
  void aConnectionThatEndsGivesBackWhatItHeld() {
    send(first, 0, HALF);
    send(first, HALF, MESSAGE.length - 1);
    send(second, 0, HALF);
    send(second, HALF, MESSAGE.length);
    assertThat(secondSeen.kinds()).containsExactly(AnomalyKind.LIMIT_REACHED);
    FlowStats.Side side = new FlowStats.Side(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, List.of());
    first.end(
        new Stamp(1, 1), new FlowStats(side, side, FlowStats.EndReason.RST, new Stamp(1, 1), ""));
    send(second, 0, HALF);
    send(second, HALF, MESSAGE.length);
    send(second, 0, MESSAGE.length);
    assertThat(
            secondSeen.messages.subList(secondSeen.messages.size() - 2, secondSeen.messages.size()))
        .allMatch(message -> message.octets().length() == MESSAGE.length - 4);
  }

  @Test
  void aMessageForWhichThereIsNoMemoryIsPassedOverAndTheNextOneIsRead() {
    send(first, 0, MESSAGE.length - 1);
    send(second, 0, HALF);
    send(second, HALF, MESSAGE.length);
    send(second, 0, MESSAGE.length);
    assertThat(secondSeen.messages).extracting(Message::length).containsOnly(MESSAGE.length - 4);
    assertThat(secondSeen.messages.get(secondSeen.messages.size() - 1).octets().length())
        .isEqualTo(MESSAGE.length - 4);
    assertThat(secondSeen.kinds()).containsExactly(AnomalyKind.LIMIT_REACHED);
  }

  private SessionFramer framer(Recorder seen) {
    return new SessionFramer(Recorder.flow(445, false), LIMITS, budget, () -> seen, seen);
  }

  private static void send(SessionFramer framer, int from, int to) {
    framer.data(true, ByteBuffer.wrap(MESSAGE), from, to - from, to - from, 1, 1);
  }
}
