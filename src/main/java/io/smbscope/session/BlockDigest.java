package io.smbscope.session;

import io.smbscope.base.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest that is given its octets block by block. Given many at once, HotSpot (seen in 17) has
 * machine code for many blocks that, once two algorithms have used it, may take 30 times as long;
 * it is not used while octets of an unfinished block wait. So there always is one that waits.
 */
final class BlockDigest {
  private static final int BLOCK = 64;

  private final MessageDigest digest;

  /** Octets of the unfinished block. */
  private int waiting;

  /** A digest of {@code algorithm}, which has blocks of 64 octets and which every Java has. */
  BlockDigest(String algorithm) {
    try {
      digest = MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(algorithm, e);
    }
  }

  void update(Bytes octets) {
    ByteBuffer view = octets.toByteBuffer();
    byte[] array = view.array();
    int at = view.arrayOffset();
    int end = at + octets.length();
    int first = Math.min(octets.length(), (BLOCK + 1 - waiting) % BLOCK);
    digest.update(array, at, first);
    at += first;
    while (end - at >= BLOCK) {
      digest.update(array, at, BLOCK);
      at += BLOCK;
    }
    digest.update(array, at, end - at);
    waiting = (waiting + octets.length()) % BLOCK;
  }

  /** In hexadecimal; then it begins anew. */
  String finish() {
    waiting = 0;
    return HexFormat.of().formatHex(digest.digest());
  }
}
