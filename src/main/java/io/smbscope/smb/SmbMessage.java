package io.smbscope.smb;

/** One message of SMB1 or SMB2, or an encrypted or compressed one. Immutable. */
public interface SmbMessage {
  /** Octets of the message, its header included, as its frame or compound says. */
  int length();
}
