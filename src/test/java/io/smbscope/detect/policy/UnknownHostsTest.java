package io.smbscope.detect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.detect.Networks.Network;
import io.smbscope.detect.Settings;
import io.smbscope.detect.Trial;
import io.smbscope.detect.events.AFlow;
import io.smbscope.detect.policy.Inventory.Host;
import io.smbscope.event.FindingEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownHostsTest {
  private static final String ONE = "02:00:00:00:00:aa";
  private static final String OTHER = "02:00:00:00:00:bb";
  private static final String ROUTER = "02:00:00:00:00:ff";

  private Trial trial = new Trial();

  private void seen(String ip, String mac) {
    trial.see(new AFlow().at(trial.next()).from(ip, mac).ended());
  }

  private List<FindingEvent> unknownMacs() {
    return trial.raised("unknown-mac");
  }

  private void knowing(Host... hosts) {
    Settings settings = Policies.inventory(new Inventory("inventory.csv", List.of(hosts)));
    trial = new Trial(settings);
  }

  private static Host host(String mac, String address, Role role) {
    return new Host(mac, address == null ? null : Network.of(address), null, role);
  }

  @Test
  void anAddressMoves() {
    seen("10.7.0.9", ONE);
    trial.pass(Duration.ofHours(23));
    seen("10.7.0.9", OTHER);

    assertThat(unknownMacs())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.entities().client()).isEqualTo("10.7.0.9");
              assertThat(finding.values()).containsEntry("mac", OTHER).containsEntry("before", ONE);
            });
  }

  @Test
  void anAddressIsGivenAwayAfterADay() {
    seen("10.7.0.9", ONE);
    trial.pass(Duration.ofHours(25));
    seen("10.7.0.9", OTHER);

    assertThat(unknownMacs()).isEmpty();
  }

  @Test
  void aServersAddressMoves() {
    trial.see(new AFlow().at(trial.next()).to("10.7.0.1", ONE).ended());
    trial.see(new AFlow().at(trial.next()).to("10.7.0.1", OTHER).ended());

    assertThat(unknownMacs())
        .singleElement()
        .satisfies(finding -> assertThat(finding.entities().server()).isEqualTo("10.7.0.1"));
  }

  @Test
  void aRouterServesManyAddresses() {
    for (int i = 1; i <= 5; i++) {
      seen("10.8.0." + i, ROUTER);
    }
    seen("10.7.0.9", ONE);
    seen("10.7.0.9", ROUTER);

    assertThat(unknownMacs()).isEmpty();
  }

  @Test
  void whoTakesTheAddressesOfAFewIsNoRouter() {
    seen("10.7.0.5", ONE);
    seen("10.7.0.6", ONE);
    seen("10.7.0.9", OTHER);
    seen("10.7.0.9", ONE);

    assertThat(unknownMacs()).hasSize(1);
  }

  @Test
  void routersShareAnAddress() {
    seen("10.7.0.9", ONE);
    seen("10.7.0.9", "00:00:5e:00:01:07");
    seen("10.7.0.9", ONE);

    assertThat(unknownMacs()).isEmpty();
  }

  @Test
  void addressesOutsideComeThroughRoutersAnyway() {
    seen("203.0.113.9", ONE);
    seen("203.0.113.9", OTHER);

    assertThat(unknownMacs()).isEmpty();
  }

  @Test
  void whatNobodyAnsweredHasNoSender() {
    for (String mac : List.of(ONE, OTHER)) {
      trial.see(new AFlow().at(trial.next()).to("10.7.0.1", mac).unanswered().ended());
    }

    assertThat(unknownMacs()).isEmpty();
  }

  @Test
  void aMacThatIsNotInTheInventory() {
    knowing(host("02:00:00:00:00:01", null, null), host("02:00:00:00:00:02", null, null));
    trial.see(new AFlow().ended());
    seen("10.7.0.9", ONE);

    assertThat(unknownMacs())
        .singleElement()
        .satisfies(finding -> assertThat(finding.values()).containsEntry("mac", ONE));
    assertThat(trial.raised("unknown-host")).isEmpty();
  }

  @Test
  void anotherMacThanTheInventorysForItsAddress() {
    knowing(host("02:00:00:00:00:01", "10.7.0.1", null), host(OTHER, "10.7.0.9", null));
    seen("10.7.0.9", ONE);

    assertThat(unknownMacs())
        .singleElement()
        .satisfies(finding -> assertThat(finding.values()).containsEntry("expected", OTHER));
  }

  @Test
  void anAddressOfWhichTheInventoryHasNoMac() {
    knowing(
        host("02:00:00:00:00:01", null, null),
        host(null, "10.7.0.9", null),
        host(null, "10.9.0.0/24", Role.WORKSTATION));
    seen("10.7.0.9", ONE);
    seen("10.9.0.3", OTHER);

    assertThat(unknownMacs()).isEmpty();
    assertThat(trial.raised("unknown-host")).isEmpty();
  }

  @Test
  void behindARouterOfTheInventoryAddressesCount() {
    knowing(
        host("02:00:00:00:00:01", null, null),
        host(ROUTER, null, Role.ROUTER),
        host(null, "10.9.0.0/24", null));
    seen("10.9.0.3", ROUTER);
    seen("10.8.0.3", ROUTER);

    assertThat(unknownMacs()).isEmpty();
    assertThat(trial.raised("unknown-host"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.entities().client()).isEqualTo("10.8.0.3"));
  }

  @Test
  void outsideNothingIsKnown() {
    knowing(host("02:00:00:00:00:01", null, null));
    seen("203.0.113.9", ROUTER);

    assertThat(unknownMacs()).isEmpty();
    assertThat(trial.raised("unknown-host")).isEmpty();
  }
}
