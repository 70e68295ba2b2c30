package io.smbscope.net;

import java.util.List;

/**
 * What stays the same over a flow's life: who talks to whom. A TCP connection, or the UDP
 * conversation of two address and port pairs.
 *
 * @param id number of the flow's first packet, which no other flow has
 * @param tcp TCP, else UDP
 * @param client who opened it: the sender of the SYN; without SYN, the side whose port is not one
 *     of ours; else the first sender
 * @param clientMac 48 bits, or -1 when the link layer has none or a tunnel hides it
 * @param vlans 802.1Q ids, outermost first
 * @param encapsulations outermost first: {@code gre}, {@code erspan}, {@code vxlan}, {@code
 *     geneve}, {@code ipip}, {@code mpls}, {@code pppoe}
 * @param midstream the capture does not hold its start
 */
public record FlowInfo(
    long id,
    boolean tcp,
    IpAddress client,
    int clientPort,
    IpAddress server,
    int serverPort,
    long clientMac,
    long serverMac,
    List<Integer> vlans,
    List<String> encapsulations,
    boolean midstream) {}
