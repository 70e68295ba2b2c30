package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.util.List;

/**
 * What was read; the last event of an analysis.
 *
 * @param at the last packet
 * @param first the first packet, or null when there was none
 * @param inputs files named on the command line
 * @param packets read
 * @param bytes captured octets of these packets
 * @param wireBytes octets they had on the wire
 * @param relevantPackets those on our ports
 * @param truncatedPackets those that the snap length cut
 * @param undecodedPackets those with an unknown link type or a malformed header
 * @param failures one line for each input that could not be read to its end
 */
public record CaptureEvent(
    Stamp at,
    Stamp first,
    List<String> inputs,
    long packets,
    long bytes,
    long wireBytes,
    long relevantPackets,
    long truncatedPackets,
    long undecodedPackets,
    List<String> failures)
    implements Event {}
