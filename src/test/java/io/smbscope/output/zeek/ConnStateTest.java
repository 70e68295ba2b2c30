package io.smbscope.output.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowEvent;
import io.smbscope.event.FlowEvent.Side;
import io.smbscope.event.FlowKey;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: the documentation of {@code conn_state} in Zeek's conn.log. */
class ConnStateTest {
  @ParameterizedTest
  @CsvSource({
    "S, S0",
    "Sa, S0",
    "ShA, S1",
    "ShADad, S1",
    "ShADadFf, SF",
    "ShADadfF, SF",
    "ShADadFfR, SF",
    "ShADadF, S2",
    "ShADadf, S3",
    "Sr, REJ",
    "SrR, REJ",
    "ShADdaR, RSTO",
    "ShADdFaR, RSTO",
    "ShADdFar, RSTR",
    "ShADdr, RSTR",
    "ShADdfrF, SF",
    "SR, RSTOS0",
    "SAR, OTH",
    "hr, RSTRH",
    "SF, SH",
    "hf, SHR",
    "hA, S1",
    "DdA, OTH",
    "DdFf, SF",
    "DdR, OTH",
    "dR, OTH",
    "^Dd, OTH",
    "S^, S0",
    "ShADadGgTtWwQ, S1",
    "'', OTH"
  })
  void ofTcp(String history, String expected) {
    Side side =
        new Side(
            2,
            200,
            228,
            history.length() > 3 ? 10 : 0,
            history.length() > 3 ? 10 : 0,
            0,
            0,
            null,
            List.of());
    assertThat(ConnState.of(flow(true, side, side, history))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, SF", "1, 0, S0", "0, 1, SHR", "0, 0, OTH"})
  void ofUdp(long client, long server, String expected) {
    Side one =
        new Side(client, 50 * client, 64 * client, 20 * client, 20 * client, 0, 0, null, List.of());
    Side other =
        new Side(server, 50 * server, 64 * server, 20 * server, 20 * server, 0, 0, null, List.of());
    assertThat(ConnState.of(flow(false, one, other, "D"))).isEqualTo(expected);
  }

  private static FlowEvent flow(boolean tcp, Side client, Side server, String history) {
    Stamp at = new Stamp(1, 0);
    Endpoint end = new Endpoint("10.0.0.1", 445, null);
    FlowKey key = new FlowKey(1, at, tcp, end, end, List.of(), false);
    return new FlowEvent(at, key, at, "fin", client, server, true, history);
  }
}
