package io.smbscope.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.base.Stamp;
import io.smbscope.event.Endpoint;
import io.smbscope.event.FlowKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: the baselines of https://github.com/corelight/community-id-spec. */
class CommunityIdTest {
  private final CommunityId ids = new CommunityId();

  @ParameterizedTest
  @CsvSource({
    "true,128.232.110.120,34855,66.35.250.204,80,1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
    "true,66.35.250.204,80,128.232.110.120,34855,1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
    "false,192.168.1.52,54585,8.8.8.8,53,1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
    "false,8.8.8.8,53,192.168.1.52,54585,1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
  })
  void isThatOfTheSpecification(
      boolean tcp, String client, int clientPort, String server, int serverPort, String expected) {
    assertThat(ids.of(flow(tcp, client, clientPort, server, serverPort))).isEqualTo(expected);
  }

  @Test
  void isTheSameInBothDirections() {
    assertThat(ids.of(flow(true, "fe80::1", 50000, "fe80::1", 445)))
        .isEqualTo(ids.of(flow(true, "fe80::1", 445, "fe80::1", 50000)))
        .isNotEqualTo(ids.of(flow(true, "fe80::1", 445, "fe80::2", 50000)))
        .isNotEqualTo(ids.of(flow(false, "fe80::1", 445, "fe80::1", 50000)));
  }

  @Test
  void asksNobodyForAName() {
    assertThat(ids.of(flow(true, "localhost", 50000, "10.0.0.1", 445))).isNull();
  }

  private static FlowKey flow(boolean tcp, String client, int from, String server, int to) {
    return new FlowKey(
        1,
        new Stamp(1, 0),
        tcp,
        new Endpoint(client, from, null),
        new Endpoint(server, to, null),
        List.of(),
        false);
  }
}
