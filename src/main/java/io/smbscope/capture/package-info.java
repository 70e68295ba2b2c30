/**
 * Where packets come from: mapped pcap and pcapng files, streams, pcap4j. Every source is a {@link
 * io.smbscope.capture.PacketSource}. Only raw octets pass, never pcap4j's packet objects.
 */
package io.smbscope.capture;
