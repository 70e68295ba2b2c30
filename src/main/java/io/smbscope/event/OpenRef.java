package io.smbscope.event;

import io.smbscope.base.Stamp;

/**
 * The open that a command made or used, as known then.
 *
 * @param serial number that no other open of the analysis has
 * @param persistentId of its FileId; SMB1: 0
 * @param volatileId of its FileId; SMB1: FID
 * @param name as the client sent it, without the share; null when not seen
 * @param type {@code file}, {@code directory}, {@code pipe}, {@code printer}, or null
 * @param start packet of the request that opened it, or of the first message with its id
 */
public record OpenRef(
    long serial, long persistentId, long volatileId, String name, String type, Stamp start) {}
