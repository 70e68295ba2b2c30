package io.smbscope.event;

/**
 * Whether messages were signed, as a user would ask it.
 *
 * @param clientOffered SMB2_NEGOTIATE_SIGNING_ENABLED or its SMB1 form; null when not seen
 * @param clientRequired SMB2_NEGOTIATE_SIGNING_REQUIRED or its SMB1 form; null when not seen
 * @param algorithm such as {@code AES-128-GMAC}; null when none was agreed
 * @param signedMessages plain messages with the signed flag and a signature, after session set-up
 * @param signedByDialect those of them that are signed though nobody required it, and that show
 *     nothing of the others: TREE_CONNECT, which 3.1.1 and some clients sign in any case, and
 *     VALIDATE_NEGOTIATE_INFO. [MS-SMB2] 3.2.4.1.1, 3.2.5.5
 * @param unsignedMessages plain messages without, after session set-up; encrypted messages count in
 *     neither
 */
public record Signing(
    Boolean clientOffered,
    Boolean clientRequired,
    Boolean serverOffered,
    Boolean serverRequired,
    String algorithm,
    long signedMessages,
    long signedByDialect,
    long unsignedMessages) {

  /** What a user asks first. */
  public enum Verdict {
    SIGNED("signed"),
    PARTLY("partly signed"),
    UNSIGNED("not signed"),
    /** Required by one side, yet no message was signed. */
    REQUIRED_NOT_SEEN("required, not seen"),
    /** Nothing was sent that could be signed, or all was encrypted. */
    NONE("no signable message");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /** The words in outputs. */
    public String label() {
      return label;
    }
  }

  public boolean required() {
    return Boolean.TRUE.equals(clientRequired) || Boolean.TRUE.equals(serverRequired);
  }

  public Verdict verdict() {
    if (unsignedMessages == 0) {
      return signedMessages > 0 ? Verdict.SIGNED : Verdict.NONE;
    }
    if (signedMessages > signedByDialect) {
      return Verdict.PARTLY;
    }
    return required() ? Verdict.REQUIRED_NOT_SEEN : Verdict.UNSIGNED;
  }
}
