package io.smbscope.smb.smb1;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Anomaly;
import io.smbscope.base.AnomalyKind;
import io.smbscope.base.Limits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Transactions whose parts and answers lie in several messages. */
class TransactionsTest {
  private static final int TRANSACTION = 0x25;
  private static final int TRANSACTION_SECONDARY = 0x26;
  private static final int TRANSACTION2 = 0x32;
  private static final byte[] DATA = "one, two and three".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FIND = {1, 8, 127, 0, 1, 0, 0, 0, 0, 0};

  private final Smb1Rows.Recorder recorder = new Smb1Rows.Recorder();

  @Test
  void requestInThreeParts() {
    assertThat(recorder.body(pipeRequest(4, 0, 5))).isEqualTo(new Smb1Body.Fragment(0, 5));
    assertThat(recorder.body(secondary(4, 5, 10))).isEqualTo(new Smb1Body.Fragment(0, 5));
    Smb1Body last = recorder.body(secondary(4, 10, DATA.length));

    assertThat(last).isInstanceOf(Transaction.Request.class);
    Transaction.Request whole = (Transaction.Request) last;
    assertThat(whole.data().copy()).isEqualTo(DATA);
    assertThat(whole.name()).isEqualTo("\\PIPE\\");
    assertThat(whole.subcommand()).isEqualTo(TransactionSubcommand.TRANS_TRANSACT_NMPIPE.code());
    assertThat(whole.fid()).isEqualTo(0x4005);
    assertThat(recorder.anomalies).isEmpty();
  }

  @Test
  void partsOfTwoRequestsInterleaved() {
    recorder.body(pipeRequest(4, 0, 5));
    recorder.body(pipeRequest(5, 0, 7));

    assertThat(((Transaction.Request) recorder.body(secondary(4, 5, DATA.length))).data().copy())
        .isEqualTo(DATA);
    assertThat(((Transaction.Request) recorder.body(secondary(5, 7, DATA.length))).data().copy())
        .isEqualTo(DATA);
  }

  @Test
  void responseInPartsIsReadByItsRequest() {
    recorder.body(findFirst(4));

    assertThat(recorder.body(response(4, FIND, 0, 5))).isInstanceOf(Smb1Body.Fragment.class);
    assertThat(recorder.body(response(4, FIND, 5, DATA.length)))
        .isEqualTo(
            new Transaction2.Response(
                1, FIND.length, DATA.length, new FindFirst2.Response(0x801, 127, true)));
    assertThat(recorder.anomalies).isEmpty();
  }

  @Test
  void responseWithoutRequestIsNotGuessed() {
    assertThat(recorder.body(response(4, FIND, 0, DATA.length)))
        .isEqualTo(
            new Transaction2.Response(-1, FIND.length, DATA.length, new Transaction2.Undecoded()));
  }

  @Test
  void requestIsForgottenWithItsAnswer() {
    recorder.body(findFirst(4));
    recorder.body(response(4, FIND, 0, DATA.length));

    assertThat(
            ((Transaction2.Response) recorder.body(response(4, FIND, 0, DATA.length))).subcommand())
        .isEqualTo(-1);
  }

  @Test
  void partBehindAHoleIsReported() {
    recorder.body(pipeRequest(4, 0, 5));

    assertThat(recorder.body(secondary(4, 7, DATA.length))).isInstanceOf(Smb1Body.Unparsed.class);
    assertThat(recorder.anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.MALFORMED_SMB1);
  }

  @Test
  void partWithoutBeginningIsAFragment() {
    assertThat(recorder.body(secondary(4, 5, DATA.length))).isEqualTo(new Smb1Body.Fragment(0, 13));
    assertThat(recorder.body(response(4, FIND, 5, DATA.length)))
        .isInstanceOf(Smb1Body.Fragment.class);
    assertThat(recorder.anomalies).isEmpty();
  }

  @Test
  void heldPartsAreBounded() {
    Smb1Rows.Recorder small = new Smb1Rows.Recorder(limits(12, 100));
    small.body(pipeRequest(4, 0, 10));
    small.body(pipeRequest(5, 0, 10));

    assertThat(small.anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.LIMIT_REACHED);
    assertThat(small.body(secondary(4, 10, DATA.length)))
        .as("the older one was given up")
        .isInstanceOf(Smb1Body.Fragment.class);
  }

  @Test
  void pendingRequestsAreBounded() {
    Smb1Rows.Recorder small = new Smb1Rows.Recorder(limits(1000, 2));
    small.body(findFirst(4));
    small.body(findFirst(5));
    small.body(findFirst(6));

    assertThat(small.anomalies)
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.LIMIT_REACHED);
    assertThat(((Transaction2.Response) small.body(response(4, FIND, 0, 18))).subcommand())
        .isEqualTo(-1);
    assertThat(((Transaction2.Response) small.body(response(6, FIND, 0, 18))).subcommand())
        .isEqualTo(1);
  }

  private static byte[] pipeRequest(int mid, int from, int to) {
    byte[] part = Arrays.copyOfRange(DATA, from, to);
    ByteBuffer out = header(TRANSACTION, 0, mid);
    out.put((byte) 16).putShort((short) 0).putShort((short) DATA.length);
    out.putShort((short) 0).putShort((short) 4096).putShort((short) 0).putShort((short) 0);
    out.putInt(0).putShort((short) 0).putShort((short) 0).putShort((short) 0);
    out.putShort((short) part.length).putShort((short) 75);
    out.putShort((short) 2).putShort((short) 0x26).putShort((short) 0x4005);
    out.putShort((short) (8 + part.length)).put("\\PIPE\\\0\0".getBytes(StandardCharsets.US_ASCII));
    return octets(out.put(part));
  }

  private static byte[] secondary(int mid, int from, int to) {
    byte[] part = Arrays.copyOfRange(DATA, from, to);
    ByteBuffer out = header(TRANSACTION_SECONDARY, 0, mid);
    out.put((byte) 8).putShort((short) 0).putShort((short) DATA.length);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    out.putShort((short) part.length).putShort((short) 51).putShort((short) from);
    return octets(out.putShort((short) part.length).put(part));
  }

  private static byte[] findFirst(int mid) {
    ByteBuffer out = header(TRANSACTION2, 0, mid);
    out.put((byte) 15).putShort((short) 14).putShort((short) 0);
    out.putShort((short) 10).putShort((short) 4096).putShort((short) 0).putShort((short) 0);
    out.putInt(0).putShort((short) 0).putShort((short) 14).putShort((short) 68);
    out.putShort((short) 0).putShort((short) 0);
    out.putShort((short) 1).putShort((short) 1);
    out.putShort((short) 17).put(new byte[3]);
    out.putShort((short) 0x16).putShort((short) 100).putShort((short) 6).putShort((short) 0x104);
    return octets(out.putInt(0).put((byte) '*').put((byte) 0));
  }

  /** Parameters come in the first part. */
  private static byte[] response(int mid, byte[] allParameters, int from, int to) {
    byte[] parameters = from == 0 ? allParameters : new byte[0];
    byte[] part = Arrays.copyOfRange(DATA, from, to);
    ByteBuffer out = header(TRANSACTION2, 0x80, mid);
    out.put((byte) 10).putShort((short) allParameters.length).putShort((short) DATA.length);
    out.putShort((short) 0).putShort((short) parameters.length).putShort((short) 55);
    out.putShort((short) (allParameters.length - parameters.length));
    out.putShort((short) part.length).putShort((short) (55 + parameters.length));
    out.putShort((short) from).putShort((short) 0);
    out.putShort((short) (parameters.length + part.length));
    return octets(out.put(parameters).put(part));
  }

  private static ByteBuffer header(int command, int flags, int mid) {
    return ByteBuffer.allocate(256)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0xFF, 'S', 'M', 'B', (byte) command, 0, 0, 0, 0, (byte) flags})
        .put(new byte[20])
        .putShort((short) mid);
  }

  private static byte[] octets(ByteBuffer out) {
    byte[] octets = new byte[out.position()];
    out.get(0, octets);
    return octets;
  }

  private static Limits limits(int gatheredMessage, int pendingRequests) {
    Duration any = Duration.ofMinutes(1);
    return new Limits(1, any, 1, any, 1, 1, gatheredMessage, 64, pendingRequests, 1, 1, 1, 1);
  }
}
