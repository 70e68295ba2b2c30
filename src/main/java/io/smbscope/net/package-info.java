/**
 * From packets to flows: link layers, encapsulations, IP and its fragments, UDP, TCP reassembly.
 * {@link io.smbscope.net.PacketDecoder} runs on the reader's thread, {@link
 * io.smbscope.net.FlowTable} on the flow worker's; a {@link io.smbscope.net.Segment} goes from one
 * to the other.
 *
 * <p>Policies stand where they are kept: fragments in {@code IpFragments}, what a length field is
 * worth in {@code IpLayer}, order, overlaps, gaps, start and end of a connection in {@code
 * TcpConnection}, what a flow is in {@link io.smbscope.net.FlowTable}. Imports {@code base} and
 * {@code capture}.
 */
package io.smbscope.net;
