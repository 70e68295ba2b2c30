package io.smbscope.smb;

/**
 * An encrypted message. [MS-SMB2] 2.2.41
 *
 * @param flags 3.1.1: Flags, 0x0001 encrypted; 3.0 and 3.0.2: EncryptionAlgorithm, 0x0001
 *     AES-128-CCM
 * @param originalMessageSize octets of the plain message
 */
public record TransformMessage(int length, long sessionId, int flags, long originalMessageSize)
    implements SmbMessage {}
