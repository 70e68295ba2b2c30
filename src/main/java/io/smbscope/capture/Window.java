package io.smbscope.capture;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stretch of a capture in memory, shared by the packets that lie in it. It is given back (a
 * mapping unmapped, a chunk reused) when the last holder releases it; until then the octets stay.
 * Retain and release may be called from any thread.
 */
public final class Window {
  private final ByteBuffer buffer;
  private final Runnable whenFree;
  private final AtomicInteger holders = new AtomicInteger(1);

  /** Made with one holder: its maker. */
  public Window(ByteBuffer buffer, Runnable whenFree) {
    this.buffer = buffer;
    this.whenFree = whenFree;
  }

  /** The octets, addressed absolutely, in network byte order. Do not touch after release. */
  public ByteBuffer buffer() {
    return buffer;
  }

  public void retain() {
    holders.incrementAndGet();
  }

  public void release() {
    if (holders.decrementAndGet() == 0) {
      whenFree.run();
    }
  }
}
