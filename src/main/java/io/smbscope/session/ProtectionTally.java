package io.smbscope.session;

/**
 * Counts how messages after session set-up were protected. One for each Connection, Session and
 * TreeConnect.
 */
final class ProtectionTally {
  long encryptedMessages;
  long encryptedBytes;
  long signedMessages;
  long unsignedMessages;

  /** A message without transform header. */
  void plain(boolean signed) {
    if (signed) {
      signedMessages++;
    } else {
      unsignedMessages++;
    }
  }

  /** A message under a transform header, of {@code length} octets. */
  void encrypted(int length) {
    encryptedMessages++;
    encryptedBytes += length;
  }

  long plainMessages() {
    return signedMessages + unsignedMessages;
  }
}
