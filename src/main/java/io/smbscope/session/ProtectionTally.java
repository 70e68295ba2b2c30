package io.smbscope.session;

/**
 * Counts how messages after session set-up were protected. One for each Connection, Session and
 * TreeConnect.
 */
final class ProtectionTally {
  long encryptedMessages;
  long encryptedBytes;
  long signedMessages;
  long signedByDialect;
  long unsignedMessages;

  /**
   * A message without transform header.
   *
   * @param byDialect if it is signed, then because the dialect has it signed in any case
   */
  void plain(boolean signed, boolean byDialect) {
    if (signed) {
      signedMessages++;
      signedByDialect += byDialect ? 1 : 0;
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
