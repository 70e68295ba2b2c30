package io.smbscope.smb.smb1;

import io.smbscope.base.Bytes;
import java.util.Arrays;

/** Puts the parts of one request or response together, in the order in which they were sent. */
final class TransactionAssembly {
  private final Area parameters = new Area();
  private final Area data = new Area();
  private long total;

  /**
   * Takes a copy of the part's octets.
   *
   * @return false when it leaves a hole behind what came before, or lacks octets itself
   */
  boolean add(TransactionPart part) {
    total = part.totalParameters() + part.totalData();
    return part.present()
        && parameters.add(part.parameters(), part.parameterDisplacement())
        && data.add(part.data(), part.dataDisplacement());
  }

  /** The last part tells the totals that hold: they may shrink on the way, never grow. */
  boolean complete() {
    return held() >= total;
  }

  /** Octets kept. */
  int held() {
    return parameters.length + data.length;
  }

  Bytes parameters() {
    return parameters.bytes();
  }

  Bytes data() {
    return data.bytes();
  }

  private static final class Area {
    private byte[] octets = {};
    private int length;

    boolean add(Bytes part, long displacement) {
      if (part.isEmpty()) {
        return true;
      }
      if (displacement > length) {
        return false;
      }
      int end = (int) displacement + part.length();
      if (end > octets.length) {
        octets = Arrays.copyOf(octets, Math.max(end, 2 * octets.length));
      }
      part.toByteBuffer().get(octets, (int) displacement, part.length());
      length = Math.max(length, end);
      return true;
    }

    Bytes bytes() {
      return Bytes.of(octets).slice(0, length);
    }
  }
}
