package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.util.List;

/**
 * A NetBIOS datagram on UDP 138 that tells of a host: a browser announcement or election, or
 * another mailslot message. [MS-BRWS] 2.2, RFC 1002 4.4
 *
 * @param source sending host
 * @param sourceName its NetBIOS name, with suffix, as {@code FILESRV<00>}
 * @param destinationName the group or name it was sent to
 * @param mailslot path, or null
 * @param kind such as {@code host-announcement}, {@code local-master-announcement}, {@code
 *     domain-announcement}, {@code election-request}, {@code datagram} when the payload is none
 * @param server announced name, or null
 * @param version announced OS version, as {@code 6.1}, or null
 * @param roles names of the set server-type bits, such as {@code domain-controller}
 * @param comment server comment, or the master's name in a domain announcement
 */
public record HostEvent(
    Stamp at,
    Endpoint source,
    String sourceName,
    String destinationName,
    String mailslot,
    String kind,
    String server,
    String version,
    List<String> roles,
    String comment)
    implements Event {}
