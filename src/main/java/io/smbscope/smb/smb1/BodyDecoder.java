package io.smbscope.smb.smb1;

/**
 * Reads a command whose parameter or data block is not empty. It may throw any RuntimeException on
 * what it cannot read: {@link Smb1Decoder} turns that into an anomaly and {@link
 * Smb1Body.Unparsed}.
 */
@FunctionalInterface
interface BodyDecoder {
  Smb1Body decode(CommandBlock block);
}
