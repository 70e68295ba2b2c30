package io.smbscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.smbscope.event.HostEvent;
import io.smbscope.net.IpAddress;
import io.smbscope.netbios.BrowserMessage;
import io.smbscope.netbios.NetbiosDatagram;
import io.smbscope.netbios.NetbiosName;
import org.junit.jupiter.api.Test;

/** Datagrams on UDP 138. RFC 1002 4.4, [MS-BRWS] 2.2 */
class HostsTest {
  private static final NetbiosName SOURCE = new NetbiosName("FILESRV", 0, "");
  private static final NetbiosName GROUP = new NetbiosName("LABWG", 0x1D, "");

  private final Scene scene = new Scene();
  private final Wire wire = scene.flow().udp().ports(138, 138).server(255).open();

  private HostEvent event(
      NetbiosName source, NetbiosName destination, String mailslot, BrowserMessage browser) {
    NetbiosDatagram datagram =
        new NetbiosDatagram(
            0x11,
            2,
            1,
            IpAddress.ofIpv4(0x0A00_0001),
            138,
            source,
            destination,
            0,
            mailslot,
            browser);
    scene.tracker.datagram(scene.next(), wire.flow, true, datagram);
    return scene.only(HostEvent.class);
  }

  @Test
  void anAnnouncementTellsOfAHost() {
    HostEvent event =
        event(
            SOURCE,
            GROUP,
            "\\MAILSLOT\\BROWSE",
            new BrowserMessage(15, "FILESRV", 6, 1, 0x0000_0003, 15, 1, "Files"));
    assertThat(event.source().ip()).isEqualTo("10.0.0.1");
    assertThat(event.source().port()).isEqualTo(138);
    assertThat(event.sourceName()).isEqualTo("FILESRV<00>");
    assertThat(event.destinationName()).isEqualTo("LABWG<1d>");
    assertThat(event.mailslot()).isEqualTo("\\MAILSLOT\\BROWSE");
    assertThat(event.kind()).isEqualTo("local-master-announcement");
    assertThat(event.server()).isEqualTo("FILESRV");
    assertThat(event.version()).isEqualTo("6.1");
    assertThat(event.roles()).containsExactly("workstation", "server");
    assertThat(event.comment()).isEqualTo("Files");
  }

  @Test
  void aFrameWithoutServerOrVersionHasNone() {
    HostEvent event =
        event(
            SOURCE,
            GROUP,
            "\\MAILSLOT\\BROWSE",
            new BrowserMessage(2, "", -1, -1, 0, -1, -1, null));
    assertThat(event.kind()).isEqualTo("announcement-request");
    assertThat(event.server()).isNull();
    assertThat(event.version()).isNull();
    assertThat(event.roles()).isEmpty();
    assertThat(event.comment()).isNull();
  }

  @Test
  void anotherMailslotIsADatagram() {
    HostEvent event = event(SOURCE, GROUP, "\\MAILSLOT\\NET\\NETLOGON", null);
    assertThat(event.kind()).isEqualTo("datagram");
    assertThat(event.mailslot()).isEqualTo("\\MAILSLOT\\NET\\NETLOGON");
    assertThat(event.server()).isNull();
    assertThat(event.roles()).isEmpty();
  }

  @Test
  void aDatagramMayHaveNoNames() {
    HostEvent event = event(null, null, null, null);
    assertThat(event.sourceName()).isNull();
    assertThat(event.destinationName()).isNull();
    assertThat(event.mailslot()).isNull();
  }

  @Test
  void theSenderMayBeTheFlowsServer() {
    scene.tracker.datagram(
        scene.next(),
        wire.flow,
        false,
        new NetbiosDatagram(
            0x10, 2, 1, IpAddress.ofIpv4(0x0A00_00FF), 138, SOURCE, GROUP, 0, null, null));
    assertThat(scene.only(HostEvent.class).source().ip()).isEqualTo("10.0.0.255");
  }
}
