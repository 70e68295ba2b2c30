package io.smbscope.session;

import io.smbscope.net.FlowInfo;
import io.smbscope.net.IpAddress;
import java.util.List;

/** Who talks to whom: 10.0.0.1 to port 445 of 10.0.0.2, unless said otherwise. */
final class FlowBuilder {
  private static final int NETWORK = 0x0A00_0000;

  private final Scene scene;
  private int client = 1;
  private int server = 2;
  private int clientPort = 50_000;
  private int serverPort = 445;
  private boolean tcp = true;
  private boolean midstream;

  FlowBuilder(Scene scene) {
    this.scene = scene;
  }

  /**
   * @param host of 10.0.0.0/24
   */
  FlowBuilder client(int host) {
    this.client = host;
    return this;
  }

  FlowBuilder server(int host) {
    this.server = host;
    return this;
  }

  FlowBuilder ports(int atClient, int atServer) {
    this.clientPort = atClient;
    this.serverPort = atServer;
    return this;
  }

  FlowBuilder udp() {
    this.tcp = false;
    return this;
  }

  /** The capture does not hold its start. */
  FlowBuilder midstream() {
    this.midstream = true;
    return this;
  }

  Wire open() {
    var start = scene.next();
    FlowInfo flow =
        new FlowInfo(
            start.packet(),
            tcp,
            IpAddress.ofIpv4(NETWORK | client),
            clientPort,
            IpAddress.ofIpv4(NETWORK | server),
            serverPort,
            0x0200_0000_0000L | client,
            -1,
            List.of(7),
            List.of("vxlan"),
            midstream);
    Wire wire = new Wire(scene, flow);
    scene.wires.add(wire);
    scene.tracker.flowStarted(start, flow);
    return wire;
  }
}
