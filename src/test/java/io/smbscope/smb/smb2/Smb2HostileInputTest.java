package io.smbscope.smb.smb2;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.smb.SmbMessage;
import io.smbscope.smb.SmbRecorder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cut, lost and corrupted messages: nothing is thrown, and what is wrong is said. */
class Smb2HostileInputTest {

  static Stream<String> rows() {
    return Smb2Rows.all().keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void shortMessageIsReported(String name) {
    byte[] whole = Smb2Rows.row(name);
    for (int length = 0; length < whole.length; length++) {
      SmbRecorder seen = Smb2Rows.decode(Arrays.copyOf(whole, length));

      if (seen.anomalies.isEmpty()) {
        assertThat(seen.messages)
            .as("%s of %d octets", name, length)
            .singleElement()
            .matches(message -> sameButPadding(message, whole));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void lostEndIsNoFaultOfTheSender(String name) {
    byte[] whole = Smb2Rows.row(name);
    int length = name.equals("transform") ? 52 + 124 : whole.length;
    for (int present = 0; present < whole.length; present++) {
      SmbRecorder seen = Smb2Rows.decode(Arrays.copyOf(whole, present), length, length - present);

      assertThat(seen.anomalies).as("%s with %d octets", name, present).isEmpty();
    }
  }

  /** Octets that nothing points to may be cut without harm. */
  private static boolean sameButPadding(SmbMessage cut, byte[] whole) {
    SmbMessage full = Smb2Rows.decode(whole).messages.get(0);
    return ((Smb2Message) cut).body().equals(((Smb2Message) full).body());
  }

  @Property(tries = 5000)
  void corruptedMessageNeverThrows(@ForAll("corrupted") byte[] message) {
    SmbRecorder seen = Smb2Rows.decode(message);

    assertThat(seen.messages.size()).isLessThanOrEqualTo(64);
  }

  @Provide
  Arbitrary<byte[]> corrupted() {
    Arbitrary<byte[]> row = Arbitraries.of(List.copyOf(Smb2Rows.all().values()));
    Arbitrary<List<int[]>> changes =
        Combinators.combine(Arbitraries.integers(), Arbitraries.of(0, 1, 8, 0x7f, 0x80, 0xff))
            .as((at, octet) -> new int[] {at, octet})
            .list()
            .ofMinSize(1)
            .ofMaxSize(6);
    return Combinators.combine(row, changes).as(Smb2HostileInputTest::corrupt);
  }

  /** The first four octets stay, so that it is still an SMB message. */
  private static byte[] corrupt(byte[] row, List<int[]> changes) {
    byte[] message = row.clone();
    for (int[] change : changes) {
      message[4 + Math.floorMod(change[0], message.length - 4)] = (byte) change[1];
    }
    return message;
  }
}
