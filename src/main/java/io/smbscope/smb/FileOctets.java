package io.smbscope.smb;

import io.smbscope.base.Bytes;

/**
 * Octets of a file as they lie in a READ response or WRITE request.
 *
 * @param command index in the message's AndX chain; SMB2: 0
 * @param position octets that the command carries before these
 * @param length octets of the command that are told in all, if none are lost
 */
public record FileOctets(int command, long position, long length, Bytes octets) {}
