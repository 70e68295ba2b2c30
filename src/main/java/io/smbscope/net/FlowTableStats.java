package io.smbscope.net;

/**
 * What a {@link FlowTable} has counted so far.
 *
 * @param tcp TCP connections and attempts
 * @param udp UDP conversations
 * @param evicted flows ended because the table was full
 * @param outOfOrder times that what was held of a flow had to go on with a gap, because a limit on
 *     out-of-order octets was reached
 */
public record FlowTableStats(long tcp, long udp, long evicted, long outOfOrder) {}
