package io.smbscope.capture.live;

/**
 * What became of the packets of one interface so far.
 *
 * @param name of the interface
 * @param taken off the interface
 * @param octets captured of these
 * @param droppedByKernel those for which the kernel's buffer had no room; not among those taken
 * @param droppedByInterface those that the interface or its driver dropped; not among those taken
 * @param droppedByRing those taken, but too many for the analysis
 * @param unwritten those taken that could not be kept in files: too many for the disk, or it was
 *     full
 */
public record InterfaceCounts(
    String name,
    long taken,
    long octets,
    long droppedByKernel,
    long droppedByInterface,
    long droppedByRing,
    long unwritten) {}
