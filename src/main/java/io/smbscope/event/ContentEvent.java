package io.smbscope.event;

import io.smbscope.base.Stamp;

/**
 * What was read from or written to a file over one open, in one direction; written when the open
 * ends. Only made when a sink wants contents.
 *
 * @param at the packet with which it ended
 * @param flow connection that it was opened on
 * @param written to the file, else read from it
 * @param start packet of the first octets
 * @param last packet of the last octets
 * @param seen octets that the capture holds, each counted once
 * @param size octets from the file's start to the end of the last octet read or written
 * @param missing octets below {@code size} that were not read or written, or that the capture does
 *     not hold
 * @param repeated octets read or written again
 * @param altered octets of the file's start, other than zero, were written again with other values;
 *     or read again, though nothing was written over this open
 * @param fileSize size that the server told, or null
 * @param closed the open was closed, else it ended with its connection or the capture
 * @param head the file's first octets, at most 16, in hexadecimal; null when its start was not seen
 * @param mime MIME type by the first octets; null when the file's start was not seen, or nobody
 *     asks
 * @param md5 in hexadecimal; null when not wanted or when octets are missing
 */
public record ContentEvent(
    Stamp at,
    FlowKey flow,
    TreeRef tree,
    OpenRef open,
    boolean written,
    Stamp start,
    Stamp last,
    long seen,
    long size,
    long missing,
    long repeated,
    boolean altered,
    Long fileSize,
    boolean closed,
    String head,
    String mime,
    String md5,
    String sha1,
    String sha256)
    implements ProtocolEvent {}
