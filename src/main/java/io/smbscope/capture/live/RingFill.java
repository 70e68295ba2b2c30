package io.smbscope.capture.live;

/**
 * How much waits between an interface and those who read its packets.
 *
 * @param name of the interface
 * @param reader {@code analysis} or {@code keeping}
 * @param octets of memory that hold packets this reader has not done with
 * @param limit what they can be at most; beyond it packets are lost
 */
public record RingFill(String name, String reader, long octets, long limit) {}
