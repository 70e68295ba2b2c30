package io.smbscope.smb.smb2;

/**
 * Reads the body of one command in one direction. It may throw any RuntimeException on what it
 * cannot read: {@link Smb2Decoder} turns that into an anomaly and {@link Smb2Body.Unparsed}.
 */
@FunctionalInterface
interface BodyDecoder {
  Smb2Body decode(Smb2Input in);
}
