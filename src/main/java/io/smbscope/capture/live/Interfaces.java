package io.smbscope.capture.live;

import io.smbscope.capture.CaptureException;
import io.smbscope.capture.Libpcap;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;
import org.pcap4j.util.LinkLayerAddress;

/**
 * The interfaces that can be captured from.
 *
 * @param all in libpcap's order: those in use first
 * @param refusal why an interface could not be opened, for want of rights; null when there are any
 */
public record Interfaces(List<CaptureInterface> all, String refusal) {
  /** Devices of libpcap's that never carry SMB. */
  private static final List<String> OTHER_DEVICES =
      List.of("bluetooth", "dbus-", "nflog", "nfqueue", "usbmon", "rdma", "dpdk:");

  /** Only to see what the link type is. */
  private static final CaptureOptions BRIEFLY =
      new CaptureOptions(List.of(), "", List.of(), 64, 1, false, true, false, 0, 0);

  /**
   * Lists the interfaces; opens each for a moment to know its link type.
   *
   * @throws CaptureException when there is no libpcap, or it lists none; one line for the user
   */
  public static Interfaces list() throws CaptureException {
    Libpcap.require("capturing");
    List<CaptureInterface> found = new ArrayList<>();
    String refusal = null;
    for (PcapNetworkInterface device : devices()) {
      if (OTHER_DEVICES.stream().anyMatch(device.getName()::startsWith)) {
        continue;
      }
      String linkType = "";
      try {
        linkType = LiveHandle.linkTypeName(device.getName(), BRIEFLY);
      } catch (CaptureRefused refused) {
        if (refused.reason() == CaptureRefused.Reason.NO_RIGHTS) {
          refusal = "no permission to capture: " + CaptureRefused.remedy();
        }
      }
      found.add(describe(device, linkType));
    }
    return new Interfaces(List.copyOf(found), refusal);
  }

  private static List<PcapNetworkInterface> devices() throws CaptureException {
    try {
      return Pcaps.findAllDevs();
    } catch (PcapNativeException failure) {
      throw new CaptureException("interfaces cannot be listed: " + failure.getMessage(), failure);
    }
  }

  private static CaptureInterface describe(PcapNetworkInterface device, String linkType) {
    List<InetAddress> addresses = new ArrayList<>();
    for (PcapAddress address : device.getAddresses()) {
      if (address.getAddress() != null) {
        addresses.add(address.getAddress());
      }
    }
    List<LinkLayerAddress> macs = device.getLinkLayerAddresses();
    boolean hasMac = !macs.isEmpty() && !device.isLoopBack();
    return new CaptureInterface(
        device.getName(),
        device.getDescription() == null ? "" : device.getDescription(),
        List.copyOf(addresses),
        hasMac ? macs.get(0).toString() : "",
        device.isUp(),
        device.isRunning(),
        device.isLoopBack(),
        linkType == null ? "" : linkType);
  }
}
