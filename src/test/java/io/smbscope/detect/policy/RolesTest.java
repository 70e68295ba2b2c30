package io.smbscope.detect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Networks.Network;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFlow;
import io.smbscope.detect.events.ATree;
import io.smbscope.detect.policy.Inventory.Host;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the inventory calls hosts decides how they are judged. */
class RolesTest {
  private static final String ID = "workstation-to-workstation";

  private static int findings(Host... hosts) {
    Trial trial = new Trial(Policies.inventory(new Inventory("hosts.csv", List.of(hosts))));
    trial.see(new AFlow().begun(), new ATree().begun());
    return trial.raised(ID).size();
  }

  @ParameterizedTest
  @CsvSource({
    "WORKSTATION, WORKSTATION, 1",
    "WORKSTATION, FILE_SERVER, 0",
    "WORKSTATION, PRINTER, 0",
    "SCANNER, WORKSTATION, 0",
    "DOMAIN_CONTROLLER, WORKSTATION, 0",
    "WORKSTATION, , 0",
  })
  void byAddress(Role client, Role server, int findings) {
    assertThat(
            findings(
                new Host(null, Network.of("10.7.0.2"), null, client),
                new Host(null, Network.of("10.7.0.1"), null, server)))
        .isEqualTo(findings);
  }

  @ParameterizedTest
  @CsvSource({"WORKSTATION, 1", "FILE_SERVER, 0"})
  void byMac(Role server, int findings) {
    assertThat(
            findings(
                new Host("02:00:00:00:00:02", null, null, Role.WORKSTATION),
                new Host("02:00:00:00:00:01", null, null, server)))
        .isEqualTo(findings);
  }

  @ParameterizedTest
  @CsvSource({"WORKSTATION, 1", "FILE_SERVER, 0"})
  void aNetworksHostsUnlessTheirMacSaysMore(Role byMac, int findings) {
    assertThat(
            findings(
                new Host(null, Network.of("10.7.0.0/24"), "office", Role.WORKSTATION),
                new Host("02:00:00:00:00:01", null, null, byMac)))
        .isEqualTo(findings);
  }
}
