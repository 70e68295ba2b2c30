package io.smbscope.smb.smb2;

import io.smbscope.smb.SmbMessage;

/**
 * One SMB2 message: one command of a compound.
 *
 * @param length octets, header included
 * @param indexInCompound 0 for the first, or a message on its own
 * @param missing octets at its end that were lost in a gap or cut off
 */
public record Smb2Message(
    Smb2Header header, Smb2Body body, int length, int indexInCompound, int missing)
    implements SmbMessage {}
