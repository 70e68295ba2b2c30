package io.smbscope.rpc.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Bytes;
import io.smbscope.rpc.Argument;
import io.smbscope.rpc.RpcPdu;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** No octets do harm, whatever operation they are said to be of. */
class StubsPropertyTest {

  @Provide
  Arbitrary<StubRows.Row> rows() {
    return Arbitraries.of(StubRows.rows());
  }

  @Property(tries = 2000)
  void damageIsBounded(
      @ForAll("rows") StubRows.Row row, @ForAll @IntRange(max = 20) int flips, @ForAll long seed) {
    byte[] damaged = row.stub().copy();
    Random random = new Random(seed);
    for (int i = 0; i < flips; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    assertBounded(row.bound(), row.opnum(), damaged, row.littleEndian());
  }

  /** Small octets are likely counts, and lead far into a stub. */
  @Property(tries = 2000)
  void anythingIsBounded(
      @ForAll("rows") StubRows.Row row,
      @ForAll @IntRange(max = 3000) int length,
      @ForAll @IntRange(min = 1, max = 256) int below,
      @ForAll boolean littleEndian,
      @ForAll long seed) {
    byte[] octets = new byte[length];
    Random random = new Random(seed);
    for (int i = 0; i < length; i++) {
      octets[i] = (byte) random.nextInt(below);
    }
    assertBounded(row.bound(), row.opnum(), octets, littleEndian);
  }

  private static void assertBounded(
      RpcPdu.Context bound, int opnum, byte[] octets, boolean littleEndian) {
    Bytes stub = Bytes.of(octets);
    int length = octets.length;
    List<Argument> arguments =
        Stubs.arguments(
            bound, new RpcPdu.Request(1, 1, 0, opnum, null, length, stub, littleEndian));
    List<Argument> results =
        Stubs.results(bound, opnum, new RpcPdu.Response(1, 1, 0, length, stub, littleEndian));
    for (List<Argument> told : List.of(arguments, results)) {
      assertThat(told)
          .allSatisfy(each -> assertThat(each.value()).hasSizeLessThanOrEqualTo(most(each)));
      assertThat(ofOneName(told)).allMatch(count -> count <= Argument.MAX_SAME_NAME);
    }
  }

  private static int most(Argument argument) {
    return argument.name().equals("xml") ? Argument.MAX_XML : Argument.MAX_VALUE;
  }

  private static Collection<Long> ofOneName(List<Argument> told) {
    Map<String, Long> counts =
        told.stream().collect(Collectors.groupingBy(Argument::name, Collectors.counting()));
    return counts.values();
  }
}
