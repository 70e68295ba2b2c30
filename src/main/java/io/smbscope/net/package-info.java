/**
 * From packets to flows: link layers, encapsulations, IP and its fragments, UDP, TCP reassembly.
 * {@code PacketDecoder} runs on the reader's thread, {@code FlowTable} on the flow worker's.
 */
package io.smbscope.net;
