package io.smbscope.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Takes the octets of one line after the other from a generator, and hands them on uncopied. */
public final class LineOctets extends ByteArrayOutputStream {
  private static final int KEPT = 1 << 14;

  public LineOctets() {
    super(KEPT);
  }

  /** Hands over what was taken as one line; memory for a long one is not kept. */
  public void passTo(LineTarget target, String key) throws IOException {
    target.line(buf, count, key);
    reset();
    if (buf.length > KEPT) {
      buf = new byte[KEPT];
    }
  }
}
