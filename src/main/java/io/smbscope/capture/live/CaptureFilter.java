package io.smbscope.capture.live;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is taken off an interface when the user names no filter (pcap-filter(7)): our ports, and
 * whatever else may hold them that a filter cannot look into: fragments behind the first, IPv6
 * extension headers, tunnels, MPLS, PPPoE.
 */
final class CaptureFilter {
  private static final String FRAGMENTS_AND_EXTENSIONS =
      "ip[6:2] & 0x1fff != 0"
          + " or ip6[6] = 0 or ip6[6] = 43 or ip6[6] = 44 or ip6[6] = 51 or ip6[6] = 60"
          + " or ip proto 51";

  private static final String TUNNELS =
      "ip proto 47 or ip proto 4 or ip proto 41 or ip6 proto 47 or ip6 proto 4 or ip6 proto 41"
          + " or udp dst port 4789 or udp dst port 8472 or udp dst port 6081";

  private static final String LABELS =
      "ether proto 0x8847 or ether proto 0x8848 or ether proto 0x8864 or ether proto 0x9200";

  private static final String TAGS =
      "ether proto 0x8100 or ether proto 0x88a8 or ether proto 0x9100";

  private CaptureFilter() {}

  /**
   * The filter in several forms, the best first: the first that compiles for an interface's link
   * type is meant.
   *
   * @param tcpPorts taken for SMB beside 139 and 445
   */
  static List<String> forms(Collection<Integer> tcpPorts) {
    String more =
        tcpPorts.stream().map(port -> " or tcp port " + port).collect(Collectors.joining());
    String ours =
        "udp portrange 137-138 or tcp port 139 or tcp port 445"
            + more
            + " or "
            + FRAGMENTS_AND_EXTENSIONS
            + " or "
            + TUNNELS;
    String labelled = ours + " or " + LABELS;
    // Behind "vlan" all else is looked for behind the tag, to the end of the expression; so what
    // has no tag comes first. Of three tags and more, all is taken.
    String twice = labelled + " or (vlan and (" + labelled + " or vlan))";
    String tagged = labelled + " or (vlan and (" + twice + "))";
    return List.of(tagged, labelled + " or " + TAGS, ours);
  }
}
