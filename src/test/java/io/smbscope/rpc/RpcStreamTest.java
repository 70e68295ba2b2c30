package io.smbscope.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Bytes;
import io.smbscope.base.Limits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expectations are tshark's reading of the fragments, or the specification's. */
class RpcStreamTest {
  private static final int FIRST_AND_LAST = Pdus.FIRST | Pdus.LAST;

  private final RpcBudget budget = new RpcBudget(Limits.DEFAULT);
  private final RpcStream stream = new RpcStream(budget);
  private final RpcRecorder seen = new RpcRecorder();

  static List<Pdus.Row> rows() {
    return Pdus.rows();
  }

  private void take(byte[] octets) {
    stream.take(Bytes.of(octets), 0, seen);
  }

  private static byte[] stub(int length) {
    byte[] stub = new byte[length];
    for (int i = 0; i < length; i++) {
      stub[i] = (byte) (i * 7);
    }
    return stub;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsEachType(Pdus.Row row) {
    RpcRecorder whole = Pdus.read(row.octets());
    assertThat(whole.seen).containsExactly(row.expected());
    assertThat(whole.anomalies).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void cutAnywhereSaysTheSame(Pdus.Row row) {
    for (int cut = 1; cut < row.octets().length; cut++) {
      RpcRecorder recorder = new RpcRecorder();
      RpcStream each = Pdus.stream();
      each.take(Bytes.of(Arrays.copyOf(row.octets(), cut)), 0, recorder);
      assertThat(recorder.seen).isEmpty();
      each.take(Bytes.of(row.octets()).from(cut), 0, recorder);
      assertThat(recorder.seen).containsExactly(row.expected());
      assertThat(recorder.anomalies).isEmpty();
    }
  }

  /** As a capture with a snap length has them. */
  @ParameterizedTest
  @MethodSource("rows")
  void whatWasNotCapturedLeavesTheCallKnown(Pdus.Row row) {
    byte[] next = Pdus.fragment(Pdus.REQUEST, FIRST_AND_LAST, 77, stub(8));
    for (int cut = 0; cut < row.octets().length; cut++) {
      RpcRecorder recorder = new RpcRecorder();
      RpcStream each = Pdus.stream();
      each.take(Bytes.of(Arrays.copyOf(row.octets(), cut)), row.octets().length - cut, recorder);
      each.take(Bytes.of(next), 0, recorder);
      assertThat(recorder.anomalies).isEmpty();
      assertThat(recorder.pdus)
          .hasSize(cut < 16 ? 1 : 2)
          .last()
          .extracting("callId")
          .isEqualTo(77L);
      if (cut >= 24 && recorder.pdus.get(0) instanceof RpcPdu.Request request) {
        assertThat(row.expected())
            .contains(" " + request.callId() + " ")
            .contains("opnum " + request.opnum());
      }
    }
  }

  @Test
  void severalInOneWrite() {
    List<Pdus.Row> rows = Pdus.rows();
    take(Pdus.join(rows.stream().map(Pdus.Row::octets).toArray(byte[][]::new)));
    assertThat(seen.seen).isEqualTo(rows.stream().map(Pdus.Row::expected).toList());
  }

  @Test
  void putsFragmentsOfACallTogether() {
    byte[] stub = stub(250);
    take(Pdus.fragment(Pdus.REQUEST, Pdus.FIRST, 4, Arrays.copyOfRange(stub, 0, 100)));
    take(Pdus.fragment(Pdus.REQUEST, 0, 4, Arrays.copyOfRange(stub, 100, 200)));
    assertThat(seen.pdus).isEmpty();
    take(Pdus.fragment(Pdus.REQUEST, Pdus.LAST, 4, Arrays.copyOfRange(stub, 200, 250)));

    assertThat(seen.seen).containsExactly("request 4 context 0 opnum 15 stub 250 kept 250");
    RpcPdu.Request request = (RpcPdu.Request) seen.pdus.get(0);
    assertThat(request.fragments()).isEqualTo(3);
    assertThat(request.stub().copy()).isEqualTo(stub);
    assertThat(budget.used()).isZero();
  }

  @Test
  void callsMayAlternate() {
    take(Pdus.fragment(Pdus.RESPONSE, Pdus.FIRST, 1, stub(10)));
    take(Pdus.fragment(Pdus.RESPONSE, Pdus.FIRST, 2, stub(20)));
    take(Pdus.fragment(Pdus.RESPONSE, Pdus.LAST, 1, stub(1)));
    take(Pdus.fragment(Pdus.RESPONSE, Pdus.LAST, 2, stub(2)));
    assertThat(seen.seen)
        .containsExactly(
            "response 1 context 0 stub 11 kept 11", "response 2 context 0 stub 22 kept 22");
  }

  @Test
  void aFaultEndsWhatHasBegun() {
    take(Pdus.fragment(Pdus.RESPONSE, Pdus.FIRST, 9, stub(500)));
    take(Pdus.recorded("fault"));
    assertThat(seen.seen).containsExactly("fault 9 context 4 status 1c010002");
    assertThat(budget.used()).isZero();
  }

  @Test
  void aCallThatBeginsAgainIsToldOf() {
    take(Pdus.fragment(Pdus.REQUEST, Pdus.FIRST, 4, stub(100)));
    take(Pdus.fragment(Pdus.REQUEST, FIRST_AND_LAST, 4, stub(5)));
    assertThat(seen.seen).containsExactly("request 4 context 0 opnum 15 stub 5 kept 5");
    assertThat(seen.anomalies).containsExactly(AnomalyKind.MALFORMED_DCERPC);
  }

  /** As at the start of a capture. */
  @Test
  void withoutItsFirstFragmentTheStubHasNoStart() {
    take(Pdus.fragment(Pdus.REQUEST, 0, 4, stub(100)));
    take(Pdus.fragment(Pdus.REQUEST, Pdus.LAST, 4, stub(50)));
    take(Pdus.fragment(Pdus.REQUEST, Pdus.LAST, 5, stub(50)));
    assertThat(seen.seen)
        .containsExactly(
            "request 4 context 0 opnum 15 stub 150 kept 0",
            "request 5 context 0 opnum 15 stub 50 kept 0");
  }

  @Test
  void keepsTheStartOfALongStubAndCountsTheRest() {
    byte[] part = stub(60_000);
    take(Pdus.fragment(Pdus.RESPONSE, Pdus.FIRST, 3, part));
    take(Pdus.fragment(Pdus.RESPONSE, 0, 3, part));
    take(Pdus.fragment(Pdus.RESPONSE, Pdus.LAST, 3, part));
    assertThat(seen.seen).containsExactly("response 3 context 0 stub 180000 kept 65536");
  }

  @Test
  void callsThatNeverEndMakeRoom() {
    for (int call = 0; call < 40; call++) {
      take(Pdus.fragment(Pdus.REQUEST, Pdus.FIRST, call, stub(1000)));
    }
    assertThat(seen.anomalies).hasSize(24).containsOnly(AnomalyKind.LIMIT_REACHED);
    stream.close();
    assertThat(budget.used()).isZero();
  }

  @Test
  void manyPipesShareOneBudget() {
    byte[] begun =
        Arrays.copyOf(Pdus.fragment(Pdus.REQUEST, FIRST_AND_LAST, 1, stub(65_000)), 65_000);
    List<RpcStream> streams =
        java.util.stream.Stream.generate(() -> new RpcStream(budget)).limit(100).toList();
    streams.forEach(each -> each.take(Bytes.of(begun), 0, seen));
    assertThat(budget.used()).isLessThanOrEqualTo(Limits.DEFAULT.outOfOrderTotal());
    assertThat(seen.anomalies).isNotEmpty().containsOnly(AnomalyKind.LIMIT_REACHED);

    streams.forEach(each -> each.take(Bytes.of(stub(24)), 0, seen));
    assertThat(seen.pdus).hasSizeGreaterThan(60);
    streams.forEach(RpcStream::close);
    assertThat(budget.used()).isZero();
  }

  @Test
  void whatIsNoRpcIsPassedOver() {
    take("hello\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    take(new byte[] {5, 0, 99, 3, 16, 0, 0, 0, 16, 0, 0, 0});
    take(new byte[] {5, 1, 0});
    take(new byte[] {9, 9, 9});
    take(Pdus.recorded("schedule-bind"));
    assertThat(seen.seen).hasSize(1);
    assertThat(seen.anomalies).isEmpty();
  }

  @Test
  void garbageBehindAPduIsToldOnceAndTheNextWriteRead() {
    take(
        Pdus.join(Pdus.recorded("schedule-request"), stub(100), Pdus.recorded("schedule-request")));
    take(stub(100));
    take(Pdus.recorded("schedule-request"));
    assertThat(seen.seen).hasSize(2);
    assertThat(seen.anomalies).containsExactly(AnomalyKind.MALFORMED_DCERPC);
  }

  @Test
  void lengthsThatCannotBeAreToldOf() {
    byte[] shortFragment = Pdus.recorded("schedule-request");
    shortFragment[8] = 15;
    shortFragment[9] = 0;
    take(shortFragment);
    byte[] longToken = Pdus.recorded("schedule-request");
    longToken[11] = 1;
    take(longToken);
    byte[] manyContexts = Pdus.recorded("schedule-bind");
    manyContexts[24] = (byte) 255;
    take(manyContexts);
    assertThat(seen.seen).containsExactly("type 11 2");
    assertThat(seen.anomalies).hasSize(3).containsOnly(AnomalyKind.MALFORMED_DCERPC);
  }
}
