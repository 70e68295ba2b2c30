package io.smbscope.net;

import java.util.SortedMap;

/**
 * What a {@link PacketDecoder} has counted so far.
 *
 * @param packets all packets seen
 * @param relevant segments and datagrams of our ports handed on
 * @param truncated packets that the snap length cut
 * @param malformed packets with an IP, TCP or UDP header, or a tunnel's, that cannot be
 * @param unknownLinkTypes packets by LINKTYPE_ value, of the types that cannot be read
 * @param fragments IP fragments seen of what may be ours
 * @param reassembled IP datagrams put together
 * @param incompleteDatagrams IP datagrams given up: not complete in time, or too many at once
 * @param overlappingDatagrams IP datagrams with fragments that overlap and are no mere duplicates
 */
public record DecoderStats(
    long packets,
    long relevant,
    long truncated,
    long malformed,
    SortedMap<Integer, Long> unknownLinkTypes,
    long fragments,
    long reassembled,
    long incompleteDatagrams,
    long overlappingDatagrams) {}
