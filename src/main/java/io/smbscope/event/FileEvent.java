package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.time.Instant;
import java.util.List;

/**
 * An open of a file, folder or pipe, or what was done to a path without one (SMB1 DELETE, RENAME
 * and their like); written when it ends, a refused one at once. [MS-SMB2] 3.3.1.10, [MS-CIFS]
 * 3.3.1.7
 *
 * @param connection id of the connection it was opened on
 * @param otherConnections ids of others it was used on (multichannel)
 * @param fileId persistent and volatile part, 32 hexadecimal digits; SMB1: FID; null for a refused
 *     open and for an operation on a path
 * @param operation {@code open}, or for what needs none: "delete", {@code rename}, {@code mkdir},
 *     {@code rmdir}, {@code query}, {@code set-info}, {@code search}, {@code print}
 * @param share path of its tree
 * @param name as the client sent it, without the share; empty for the share's root; null when not
 *     seen
 * @param type {@code file}, {@code directory}, {@code pipe}, {@code printer}, or null
 * @param disposition {@code SUPERSEDE}, {@code OPEN}, {@code CREATE}, {@code OPEN_IF}, {@code
 *     OVERWRITE}, {@code OVERWRITE_IF}, or null
 * @param action what the server did: {@code SUPERSEDED}, {@code OPENED}, {@code CREATED}, {@code
 *     OVERWRITTEN}, or null
 * @param desiredAccess mask asked for, or null
 * @param grantedAccess maximal access told by the server, or null
 * @param shareAccess 1 read, 2 write, 4 delete, or null
 * @param options CreateOptions, or null
 * @param oplock level granted: {@code none}, {@code II}, {@code exclusive}, {@code batch}, or
 *     {@code lease} with its state, as {@code lease RWH}; null when not seen
 * @param status NT status name of the response, null when not seen
 * @param size octets at open, or at close where the server told; null when not seen
 * @param attributes FILE_ATTRIBUTE_ mask, or null
 * @param renamedTo new name, or null
 * @param deleted {@code delete-on-close}, {@code disposition}, "delete", or null
 * @param setInfo names of the information classes set
 * @param listings QUERY_DIRECTORY or FIND exchanges
 * @param listedEntries entries they returned
 * @param end {@code close}, {@code refused}, {@code done}, {@code tree-disconnect}, {@code logoff},
 *     {@code failed} and {@code replaced} with its session, {@code replaced} also by a new one of
 *     its id, {@code connection-closed}, {@code evicted}, {@code end-of-capture}
 */
public record FileEvent(
    Stamp at,
    long connection,
    List<Long> otherConnections,
    String session,
    String user,
    String tree,
    Stamp start,
    Endpoint client,
    Endpoint server,
    String dialect,
    String operation,
    String share,
    String name,
    String fileId,
    String type,
    String disposition,
    String action,
    Long desiredAccess,
    Long grantedAccess,
    Integer shareAccess,
    Long options,
    String oplock,
    String status,
    Long size,
    Long attributes,
    Instant created,
    Instant accessed,
    Instant modified,
    Instant changed,
    long reads,
    long bytesRead,
    long writes,
    long bytesWritten,
    long listings,
    long listedEntries,
    String renamedTo,
    String deleted,
    List<String> setInfo,
    boolean inferred,
    Long responseNanos,
    String end)
    implements Event {
  private static final String PIPE = "pipe";

  /** Messages are exchanged over it. */
  public boolean isPipe() {
    return PIPE.equals(type);
  }
}
