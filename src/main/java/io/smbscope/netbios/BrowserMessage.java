package io.smbscope.netbios;

/**
 * A frame of the browser protocol. [MS-BRWS] 2.2
 *
 * @param opcode 1 host announcement, 2 announcement request, 8 request election, 9 get backup list
 *     request, 10 get backup list response, 11 become backup, 12 domain announcement, 13 master
 *     announcement, 14 reset state, 15 local master announcement
 * @param server announced server (or, in a domain announcement, domain) name; empty when the frame
 *     has none
 * @param osMajor announced OS version, -1 when the frame has none
 * @param serverType bits of [MS-BRWS] 2.2.8 (SV_TYPE_...), 0 when the frame has none
 * @param comment server comment, or the master's name in a domain announcement
 */
public record BrowserMessage(
    int opcode,
    String server,
    int osMajor,
    int osMinor,
    long serverType,
    int browserMajor,
    int browserMinor,
    String comment) {}
