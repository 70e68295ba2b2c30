package io.smbscope.event;

/**
 * Whether the content of a connection, session or tree was encrypted, as a user would ask it.
 *
 * @param clientCapable the client offered a cipher or the capability; null when not seen
 * @param serverCapable the server chose a cipher or has the capability; null when not seen
 * @param demandedBySession SMB2_SESSION_FLAG_ENCRYPT_DATA was set
 * @param demandedByShare SMB2_SHAREFLAG_ENCRYPT_DATA was set
 * @param cipher such as {@code AES-128-GCM}; null when none was agreed
 * @param cipherInferred the cipher follows from the dialect and was not seen on the wire
 * @param encryptedMessages messages under a transform header
 * @param encryptedBytes octets of these messages
 * @param plainMessages messages without, after the session was set up
 */
public record Encryption(
    Boolean clientCapable,
    Boolean serverCapable,
    boolean demandedBySession,
    boolean demandedByShare,
    String cipher,
    boolean cipherInferred,
    long encryptedMessages,
    long encryptedBytes,
    long plainMessages) {

  /** What a user asks first. */
  public enum Verdict {
    /** Every message after session set-up. */
    ENCRYPTED("encrypted"),
    /** Some messages were, others not. */
    PARTLY("partly encrypted"),
    /** Demanded, yet none was seen encrypted. */
    DEMANDED_NOT_SEEN("demanded, not seen"),
    /** Both sides could, neither demanded it. */
    POSSIBLE("possible, not used"),
    /** One side cannot, or the dialect has none. */
    UNSUPPORTED("not supported"),
    /** The capture does not show what was agreed. */
    UNKNOWN("unknown");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /** The words in outputs. */
    public String label() {
      return label;
    }
  }

  public Verdict verdict() {
    if (encryptedMessages > 0) {
      return plainMessages == 0 ? Verdict.ENCRYPTED : Verdict.PARTLY;
    }
    if (demandedBySession || demandedByShare) {
      return Verdict.DEMANDED_NOT_SEEN;
    }
    if (clientCapable == null || serverCapable == null) {
      return Boolean.FALSE.equals(clientCapable) || Boolean.FALSE.equals(serverCapable)
          ? Verdict.UNSUPPORTED
          : Verdict.UNKNOWN;
    }
    return clientCapable && serverCapable ? Verdict.POSSIBLE : Verdict.UNSUPPORTED;
  }
}
