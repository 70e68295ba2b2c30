package io.smbscope.event;

import io.smbscope.base.Stamp;

/**
 * The tree connect that a command used, as known then.
 *
 * @param id TreeId; SMB1: TID
 * @param path as the client sent it; null when its TREE_CONNECT was not seen
 * @param type {@code disk}, {@code pipe}, {@code print}, or null
 * @param service SMB1 only, else null
 * @param fileSystem SMB1 only, else null
 * @param start packet of its TREE_CONNECT request, or of the first message with its id
 */
public record TreeRef(
    long id, String path, String type, String service, String fileSystem, Stamp start) {}
