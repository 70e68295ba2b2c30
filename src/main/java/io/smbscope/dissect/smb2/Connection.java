package io.smbscope.dissect.smb2;

import io.smbscope.base.Bytes;
import io.smbscope.dissect.Bounded;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/** What the frames of a connection have told so far. [MS-SMB2] 3.3.1.7 */
final class Connection {
  private static final int MOST_PENDING = 4096;
  private static final int HASH = 64;

  private final Map<Long, Exchange> pending = Bounded.byAge(MOST_PENDING);
  private byte[] connectionHash = new byte[HASH];
  private byte[] sessionHash = new byte[HASH];
  private boolean negotiating = true;

  /** A request without response as yet; one before it with the same id is forgotten. */
  Exchange request(long messageId, long frame, long nanos) {
    Exchange exchange = new Exchange(frame, nanos);
    pending.remove(messageId);
    pending.put(messageId, exchange);
    return exchange;
  }

  /** The request of a response, or null. After an interim response another follows. */
  Exchange response(long messageId, boolean interim) {
    return interim ? pending.get(messageId) : pending.remove(messageId);
  }

  /** PreauthIntegrityHashValue with a NEGOTIATE request. [MS-SMB2] 3.3.5.4 */
  byte[] hashOfNegotiateRequest(Bytes message) {
    negotiating = true;
    sessionHash = new byte[HASH];
    connectionHash = hash(new byte[HASH], message);
    return connectionHash;
  }

  /** With its response, from which all sessions begin. */
  byte[] hashOfNegotiateResponse(Bytes message) {
    byte[] hash = hash(current(), message);
    if (negotiating) {
      connectionHash = hash;
      negotiating = false;
    }
    sessionHash = hash;
    return hash;
  }

  /**
   * With a SESSION_SETUP request.
   *
   * @param first of a session
   */
  byte[] hashOfSetupRequest(Bytes message, boolean first) {
    if (first) {
      sessionHash = connectionHash;
    }
    return hashOfSetup(message);
  }

  /** With a SESSION_SETUP response; the last one counts no more. [MS-SMB2] 3.3.5.5.3 */
  byte[] hashOfSetupResponse(Bytes message, boolean last) {
    return last ? current() : hashOfSetup(message);
  }

  private byte[] hashOfSetup(Bytes message) {
    byte[] hash = hash(current(), message);
    if (negotiating) {
      connectionHash = hash;
    } else {
      sessionHash = hash;
    }
    return hash;
  }

  private byte[] current() {
    return negotiating ? connectionHash : sessionHash;
  }

  private static byte[] hash(byte[] before, Bytes message) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      digest.update(before);
      digest.update(message.toByteBuffer());
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
