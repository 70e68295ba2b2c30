package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.util.List;

/**
 * A tree connect, or a refused one; written when it ends, a refused one at once. [MS-SMB2] 3.3.1.9,
 * [MS-CIFS] 3.3.1.6
 *
 * @param connection id of the connection it was made on
 * @param session id of its session
 * @param user of its session, {@code DOMAIN\\user}, or null
 * @param id TreeId in hexadecimal; SMB1: TID
 * @param path as the client sent it; null when the request was not seen
 * @param type {@code disk}, {@code pipe}, {@code print}, or null
 * @param service and {@code fileSystem}: SMB1 only, else null
 * @param flags names of the set share flags
 * @param capabilities names of the set capabilities
 * @param maximalAccess mask, or null
 * @param status NT status name of the response, null when not seen
 * @param end {@code disconnect}, {@code refused}, {@code logoff}, {@code failed} and {@code
 *     replaced} with its session, {@code replaced} also by a new one of its id, {@code
 *     connection-closed}, {@code evicted}, {@code end-of-capture}
 * @param opens files, folders and pipes opened
 * @param failedOpens refused ones
 */
public record TreeEvent(
    Stamp at,
    long connection,
    String session,
    String user,
    Stamp start,
    Endpoint client,
    Endpoint server,
    String dialect,
    String id,
    String path,
    String type,
    String service,
    String fileSystem,
    List<String> flags,
    List<String> capabilities,
    Long maximalAccess,
    String status,
    boolean inferred,
    Encryption encryption,
    Signing signing,
    String end,
    long opens,
    long failedOpens,
    long bytesRead,
    long bytesWritten)
    implements Event {}
