package io.smbscope.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** How the octets are cut into writes changes nothing, and no octets do harm. */
class RpcStreamPropertyTest {

  @Provide
  Arbitrary<byte[]> streams() {
    Arbitrary<byte[]> recorded = Arbitraries.of(Pdus.rows()).map(Pdus.Row::octets);
    Arbitrary<byte[]> made =
        Arbitraries.of(0, 2)
            .flatMap(
                type ->
                    Arbitraries.integers()
                        .between(0, 3)
                        .flatMap(
                            flags ->
                                Arbitraries.integers()
                                    .between(1, 3)
                                    .flatMap(
                                        call ->
                                            Arbitraries.integers()
                                                .between(0, 600)
                                                .map(
                                                    length ->
                                                        Pdus.fragment(
                                                            type,
                                                            flags,
                                                            call,
                                                            new byte[length])))));
    return Arbitraries.oneOf(recorded, made)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> Pdus.join(parts.toArray(byte[][]::new)));
  }

  @Property(tries = 300)
  void anyCutsGiveTheSame(
      @ForAll("streams") byte[] octets,
      @ForAll @IntRange(min = 1, max = 400) int longest,
      @ForAll long seed) {
    RpcRecorder whole = Pdus.read(octets);
    RpcBudget budget = new RpcBudget(Limits.DEFAULT);
    RpcRecorder cut = take(octets, budget, longest, seed);
    assertThat(cut.seen).isEqualTo(whole.seen);
    assertThat(cut.anomalies).isEqualTo(whole.anomalies);
    assertThat(budget.used()).isZero();
  }

  @Property(tries = 300)
  void damageNeitherThrowsNorLeaks(
      @ForAll("streams") byte[] octets,
      @ForAll @IntRange(max = 50) int flips,
      @ForAll @IntRange(min = 1, max = 400) int longest,
      @ForAll long seed) {
    byte[] damaged = octets.clone();
    Random random = new Random(seed);
    for (int i = 0; i < flips; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    RpcBudget budget = new RpcBudget(Limits.DEFAULT);
    RpcRecorder seen = take(damaged, budget, longest, seed);
    assertThat(budget.used()).isZero();
    assertThat(seen.pdus.size()).isLessThanOrEqualTo(octets.length / 16);
    assertThat(List.copyOf(seen.anomalies)).hasSizeLessThanOrEqualTo(octets.length);
  }

  private static RpcRecorder take(byte[] octets, RpcBudget budget, int longest, long seed) {
    RpcRecorder recorder = new RpcRecorder();
    RpcStream stream = new RpcStream(budget);
    Random cuts = new Random(seed);
    for (int at = 0; at < octets.length; ) {
      int end = Math.min(octets.length, at + 1 + cuts.nextInt(longest));
      stream.take(Bytes.of(Arrays.copyOfRange(octets, at, end)), 0, recorder);
      at = end;
    }
    stream.close();
    return recorder;
  }
}
