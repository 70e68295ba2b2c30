package io.smbscope.netbios;

import io.smbscope.net.IpAddress;

/**
 * A NetBIOS datagram. RFC 1002 4.4
 *
 * @param type 0x10 direct unique, 0x11 direct group, 0x12 broadcast, 0x13 error, 0x14 query, 0x15
 *     positive, 0x16 negative query response
 * @param flags 0x01 more fragments follow, 0x02 first fragment, 0x0C source node type
 * @param source name, null for an error and for the query types
 * @param destination name, null for an error
 * @param mailslot path such as {@code \MAILSLOT\BROWSE}; null when the payload is none
 * @param browser the announcement in it, else null
 */
public record NetbiosDatagram(
    int type,
    int flags,
    int datagramId,
    IpAddress sourceIp,
    int sourcePort,
    NetbiosName source,
    NetbiosName destination,
    int errorCode,
    String mailslot,
    BrowserMessage browser) {}
