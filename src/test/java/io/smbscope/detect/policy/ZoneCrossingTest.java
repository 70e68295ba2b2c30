package io.smbscope.detect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Networks.Network;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFlow;
import io.smbscope.detect.policy.Zones.Pair;
import io.smbscope.detect.policy.Zones.Zone;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneCrossingTest {
  private static final String ID = "smb-zone-crossing";

  private static final Zones ZONES =
      new Zones(
          List.of(
              new Zone("office", List.of(Network.of("10.1.0.0/16")), Set.of(10)),
              new Zone("lab", List.of(Network.of("10.1.9.0/24")), Set.of()),
              new Zone("servers", List.of(Network.of("10.2.0.0/16")), Set.of(20)),
              new Zone("admin", List.of(Network.of("fd00:5::/64")), Set.of())),
          Set.of(new Pair("office", "servers"), new Pair("admin", Zones.ANY)));

  private final Trial trial = new Trial(Policies.zones(ZONES));

  private int raised(AFlow flow) {
    flow.at(trial.next());
    trial.see(flow.begun(), flow.ended());
    return trial.raised(ID).size();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.0.7, 10.2.0.1, 0", // allowed
    "10.1.0.7, 10.1.0.8, 0", // within one
    "10.2.0.1, 10.1.0.7, 1", // the other way round
    "10.1.9.7, 10.2.0.1, 1", // the narrower subnet counts
    "10.1.0.7, 10.1.9.7, 1",
    "192.168.0.1, 10.2.0.1, 0", // in no zone
    "10.1.0.7, 192.168.0.1, 0",
    "fd00:5::1, fd00:6::1, 0",
    "fd00:5::1, 10.2.0.1, 0", // to all
  })
  void bySubnet(String client, String server, int findings) {
    assertThat(raised(new AFlow().from(client).to(server))).isEqualTo(findings);
  }

  @Test
  void aRefusedAttemptCounts() {
    assertThat(raised(new AFlow().from("10.2.0.1").to("10.1.0.7").unanswered())).isOne();
    assertThat(trial.raised(ID).get(0).values())
        .containsEntry("from", "servers")
        .containsEntry("to", "office");
  }

  @ParameterizedTest
  @CsvSource({"10, 20, 0", "20, 10, 1", "10, 10, 0", "20, 30, 0"})
  void byVlan(int client, int server, int findings) {
    AFlow flow = new AFlow().from("172.16.0.1").to("172.16.1.1").vlans(client, server);
    assertThat(raised(flow)).isEqualTo(findings);
  }

  @Test
  void bySubnetAndVlan() {
    assertThat(raised(new AFlow().from("10.2.0.1").to("172.16.1.1").vlans(20, 10))).isOne();
  }

  @Test
  void anUnansweredOneTellsNoVlanOfTheServer() {
    AFlow flow = new AFlow().from("172.16.0.1").to("172.16.1.1").vlans(20, 10).unanswered();
    assertThat(raised(flow)).isZero();
  }

  @Test
  void namesAreNoSmb() {
    assertThat(raised(new AFlow().from("10.2.0.1").to("10.1.0.7").udp())).isZero();
  }

  @Test
  void nothingWithoutZones() {
    Trial none = new Trial();
    none.see(new AFlow().from("10.2.0.1").to("10.1.0.7").vlans(1, 2).ended());
    assertThat(none.raised(ID)).isEmpty();
  }
}
