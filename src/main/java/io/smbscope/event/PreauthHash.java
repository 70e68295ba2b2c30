package io.smbscope.event;

import io.smbscope.base.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Connection.PreauthIntegrityHashValue after NEGOTIATE. Computed when asked for, as the first use
 * of a digest costs the time of many packets. [MS-SMB2] 3.2.5.2
 *
 * @param request NEGOTIATE request from its SMB2 header on
 * @param response NEGOTIATE response from its SMB2 header on
 */
public record PreauthHash(Bytes request, Bytes response) {
  private static final int OCTETS = 64;

  /** SHA-512, the only algorithm there is, in hexadecimal. */
  public String value() {
    byte[] afterRequest = hash(new byte[OCTETS], request);
    return HexFormat.of().formatHex(hash(afterRequest, response));
  }

  private static byte[] hash(byte[] before, Bytes message) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      digest.update(before);
      return digest.digest(message.copy());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-512", e);
    }
  }
}
