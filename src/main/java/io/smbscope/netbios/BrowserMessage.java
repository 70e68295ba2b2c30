package io.smbscope.netbios;

import java.util.ArrayList;
import java.util.List;

/**
 * A frame of the browser protocol. [MS-BRWS] 2.2
 *
 * @param opcode 1 host announcement, 2 announcement request, 8 request election, 9 get backup list
 *     request, 10 get backup list response, 11 become backup, 12 domain announcement, 13 master
 *     announcement, 14 reset state, 15 local master announcement
 * @param server the name the frame tells of: the announced server (in a domain announcement the
 *     domain), the candidate, the browser to promote, the master, or who wants announcements; empty
 *     when the frame has none
 * @param osMajor announced OS version, -1 when the frame has none
 * @param serverType bits of [MS-SRVS] 2.2.2.7 (SV_TYPE_...), 0 when the frame has none
 * @param browserMajor version of the browser protocol, -1 when the frame has none
 * @param comment server comment; the master's name in a domain announcement; the servers, joined by
 *     a comma and a space, in a backup list response
 */
public record BrowserMessage(
    int opcode,
    String server,
    int osMajor,
    int osMinor,
    long serverType,
    int browserMajor,
    int browserMinor,
    String comment) {
  public static final int HOST_ANNOUNCEMENT = 1;
  public static final int DOMAIN_ANNOUNCEMENT = 12;
  public static final int LOCAL_MASTER_ANNOUNCEMENT = 15;

  /** By bit, from the lowest. [MS-SRVS] 2.2.2.7, SV_TYPE_... */
  private static final List<String> ROLES =
      List.of(
          "workstation",
          "server",
          "sql-server",
          "domain-controller",
          "backup-domain-controller",
          "time-source",
          "apple-file-server",
          "novell-server",
          "domain-member",
          "print-server",
          "dial-in-server",
          "unix-server",
          "windows-nt",
          "windows-for-workgroups",
          "netware-file-and-print-server",
          "windows-nt-server",
          "potential-browser",
          "backup-browser",
          "master-browser",
          "domain-master-browser",
          "osf-server",
          "vms-server",
          "windows-9x",
          "dfs-server",
          "cluster-node",
          "terminal-server",
          "cluster-virtual-server",
          "bit-27",
          "dce-server",
          "alternate-transport",
          "local-list-only",
          "domain-enum");

  /** Names of the bits set in a server type, from the lowest. */
  public static List<String> roles(long serverType) {
    List<String> roles = new ArrayList<>();
    for (int bit = 0; bit < ROLES.size(); bit++) {
      if (((serverType >>> bit) & 1) != 0) {
        roles.add(ROLES.get(bit));
      }
    }
    return List.copyOf(roles);
  }

  /** What kind of frame the opcode stands for. */
  public String kind() {
    return switch (opcode) {
      case HOST_ANNOUNCEMENT -> "host-announcement";
      case 2 -> "announcement-request";
      case 8 -> "election-request";
      case 9 -> "backup-list-request";
      case 10 -> "backup-list-response";
      case 11 -> "become-backup";
      case DOMAIN_ANNOUNCEMENT -> "domain-announcement";
      case 13 -> "master-announcement";
      case 14 -> "reset-state";
      case LOCAL_MASTER_ANNOUNCEMENT -> "local-master-announcement";
      default -> "browser-opcode-" + opcode;
    };
  }
}
