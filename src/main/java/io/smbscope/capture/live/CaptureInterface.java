package io.smbscope.capture.live;

import java.net.InetAddress;
import java.util.List;

/**
 * An interface that packets can be captured from.
 *
 * @param name as {@code -i} takes it
 * @param description may be empty
 * @param addresses IP addresses
 * @param mac as {@code 02:00:00:00:07:01}, or empty
 * @param up it was switched on
 * @param running it has a link
 * @param linkType as tcpdump names it; empty when the interface could not be opened
 */
public record CaptureInterface(
    String name,
    String description,
    List<InetAddress> addresses,
    String mac,
    boolean up,
    boolean running,
    boolean loopback,
    String linkType) {}
