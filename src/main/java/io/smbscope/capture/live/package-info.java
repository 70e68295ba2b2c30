/**
 * Capture from interfaces. One thread for each ({@link io.smbscope.capture.live.InterfaceCapture})
 * takes packets off libpcap's handle into a ring of blocks ({@link
 * io.smbscope.capture.live.PacketRing}); analysis and the file writer each read all rings at a pace
 * of their own ({@link io.smbscope.capture.live.RingSource}), and what they are too slow for is
 * counted. {@link io.smbscope.capture.live.LiveCapture} holds it together.
 *
 * <p>pcap4j lists the interfaces; packets are taken through functions of libpcap bound here, since
 * pcap4j allocates several objects for each packet.
 */
package io.smbscope.capture.live;
